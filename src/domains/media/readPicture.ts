import { cropAround } from './cropAround'
import { readOriginal } from './readOriginal'
import type { RenditionSource } from './renditions'
import { sharp } from './sharp'

interface Frame {
  /** Pixels. */
  width: number
  height: number
  /** `cover` fills the frame around the focal point, `inside` fits into it whole. */
  fit: 'cover' | 'inside'
}

/** A picture of the library as PNG for a drawing, `null` when its file is gone or cannot be read. */
export async function readPicture(
  media: RenditionSource,
  { width, height, fit }: Frame,
): Promise<{ png: Buffer; width: number; height: number } | null> {
  const bytes = await readOriginal(media)
  if (!bytes) return null
  try {
    const image = sharp(bytes)
    const framed =
      fit === 'cover' ? cropAround(image, media, { width, height }) : image.resize({ width, height, fit })
    const { data, info } = await framed.png().toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
