import type { Media } from '@/payload-types'
import { Picture, type PictureSource } from '@/src/components/Picture'
import type { Rendition, RenditionName } from '@/src/domains/media'

interface MediaPictureProps {
  media: Media
  /** How wide it is shown, as the `sizes` attribute has it. */
  sizes: string
  isFirst?: boolean
  /** Decorative beside words that say the same. */
  isDecorative?: boolean
  className?: string
}

const scaled: RenditionName[] = ['thumb', 'card', 'hero']

/** A picture of the media library in the sizes and formats that were made of it. */
export function MediaPicture({ media, sizes, isFirst, isDecorative, className }: MediaPictureProps) {
  const renditions = renditionsOf(media)
  const fallback = renditions.find(({ width }) => width >= 700) ?? renditions.at(-1)
  return (
    <Picture
      src={fallback?.url ?? media.url ?? ''}
      alt={isDecorative ? '' : media.alt}
      width={media.width ?? undefined}
      height={media.height ?? undefined}
      sources={sourcesOf(renditions)}
      sizes={sizes}
      blur={mayHaveHoles(media) ? null : media.blur}
      isFirst={isFirst}
      className={className}
    />
  )
}

function renditionsOf(media: Media): Rendition[] {
  const all = (media.sizes ?? {}) as Partial<Record<RenditionName, Rendition>>
  const found = scaled.map((name) => all[name]).filter((rendition) => rendition !== undefined)
  // A small original has the same width several times.
  return found.filter(({ width }, index) => found.findIndex((other) => other.width === width) === index)
}

function sourcesOf(renditions: Rendition[]): PictureSource[] {
  const setOf = (urlOf: (rendition: Rendition) => string | undefined) =>
    renditions
      .filter((rendition) => urlOf(rendition))
      .map((rendition) => `${urlOf(rendition)} ${rendition.width}w`)
      .join(', ')
  const sources = [
    { type: 'image/avif', srcSet: setOf(({ avif }) => avif) },
    { type: 'image/webp', srcSet: setOf(({ url }) => url) },
  ]
  return sources.filter(({ srcSet }) => srcSet !== '')
}

/** Behind a picture with see-through parts its blurred self would stay visible. */
function mayHaveHoles({ mimeType }: Media): boolean {
  return mimeType === 'image/png' || mimeType === 'image/gif'
}
