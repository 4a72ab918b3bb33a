import type { CSSProperties } from 'react'
import { preload } from 'react-dom'
import { cn } from './cn'

export interface PictureSource {
  type: string
  /** As `srcset` has it. */
  srcSet: string
}

interface PictureProps {
  src: string
  alt: string
  width?: number
  height?: number
  sources?: PictureSource[]
  /** How wide it is shown, as the `sizes` attribute has it. */
  sizes?: string
  /** A tiny picture as a data: URL, shown while the real one loads. */
  blur?: string | null
  /** The picture that readers see first is fetched at once. */
  isFirst?: boolean
  className?: string
}

/** A picture in the newest format that the browser reads, in the width that it needs, with its room kept free. */
export function Picture(props: PictureProps) {
  const { src, alt, width, height, sources = [], sizes, blur, isFirst = false, className } = props
  const [newest] = sources
  if (isFirst && newest) {
    const { type, srcSet } = newest
    preload(src, { as: 'image', type, imageSrcSet: srcSet, imageSizes: sizes, fetchPriority: 'high' })
  }
  const style: CSSProperties | undefined = blur
    ? { backgroundImage: `url(${blur})`, backgroundSize: 'cover', backgroundPosition: 'center' }
    : undefined
  return (
    <picture className="contents">
      {sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        style={style}
        className={cn('h-auto max-w-full', className)}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}
