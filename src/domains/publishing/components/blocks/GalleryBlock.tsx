import type { GalleryBlock as GalleryFields } from '@/payload-types'
import { populated } from '../../populated'
import { MediaPicture } from '../MediaPicture'
import { Caption } from '../richText/Upload'

export function GalleryBlock({ images }: Pick<GalleryFields, 'images'>) {
  const shown = (images ?? []).flatMap(({ id, media, caption }) => {
    const picture = populated(media)
    return picture ? [{ id: id ?? picture.id, picture, caption: caption || picture.caption }] : []
  })
  if (shown.length === 0) return null
  return (
    <div className="gallery wide" data-count={Math.min(shown.length, 3)}>
      {shown.map(({ id, picture, caption }) => (
        <figure key={id}>
          <a href={picture.url ?? undefined} aria-label={`${picture.alt || 'Picture'} (full size)`}>
            <MediaPicture media={picture} sizes="(min-width: 60rem) 28rem, 50vw" />
          </a>
          <Caption caption={caption} credit={picture.credit} />
        </figure>
      ))}
    </div>
  )
}
