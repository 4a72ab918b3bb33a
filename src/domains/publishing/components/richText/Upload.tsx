import type { Media } from '@/payload-types'
import type { RichTextNode } from '../../editor/richText'
import { MediaPicture } from '../MediaPicture'
import { property, textOf } from './context'

const widths = {
  normal: '(min-width: 44rem) 40rem, 100vw',
  wide: '(min-width: 60rem) 56rem, 100vw',
  full: '100vw',
} as const

/** A picture, video or document that the writer put between the paragraphs. */
export function Upload({ node }: { node: RichTextNode }) {
  const media = property(node, 'value') as Media | string | null
  if (typeof media !== 'object' || media === null) return null
  const caption = textOf(node.fields?.caption) || media.caption
  const size = sizeOf(node.fields?.size)
  if (media.mimeType === 'application/pdf') return <Download media={media} />
  return (
    <figure className={size === 'normal' ? undefined : size}>
      {media.mimeType?.startsWith('video/') ? (
        // biome-ignore lint/a11y/useMediaCaption: the library holds no captions; the text beside says what it shows
        <video controls preload="metadata" src={media.url ?? undefined} aria-label={media.alt} />
      ) : (
        <MediaPicture media={media} sizes={widths[size]} />
      )}
      <Caption caption={caption} credit={media.credit} />
    </figure>
  )
}

export function Caption({ caption, credit }: { caption?: string | null; credit?: string | null }) {
  if (!caption && !credit) return null
  return (
    <figcaption>
      {caption}
      {credit && <span className="credit"> {credit}</span>}
    </figcaption>
  )
}

function Download({ media }: { media: Media }) {
  return (
    <p>
      <a href={media.url ?? undefined} className="download">
        {media.alt || media.filename} (PDF)
      </a>
    </p>
  )
}

function sizeOf(size: unknown): keyof typeof widths {
  return size === 'wide' || size === 'full' ? size : 'normal'
}
