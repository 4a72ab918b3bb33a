import type { Sharp } from 'sharp'
import { storage } from '@/src/services/storage'
import { cropAround } from './cropAround'
import { readOriginal } from './readOriginal'
import {
  type RenditionFormat,
  type RenditionName,
  type RenditionSource,
  renditionFile,
  renditions,
} from './renditions'
import { sharp } from './sharp'

const underway = new Map<string, Promise<Buffer | null>>()

/**
 * Makes one rendition and stores it; equal calls at the same time share the work.
 * @returns its bytes, `null` when the original is gone.
 */
export function drawRendition(media: RenditionSource, name: RenditionName, format: RenditionFormat) {
  const key = `media/${renditionFile(media, name, format)}`
  const running = underway.get(key)
  if (running) return running
  const drawing = draw(media, name, format, key).finally(() => underway.delete(key))
  underway.set(key, drawing)
  return drawing
}

async function draw(media: RenditionSource, name: RenditionName, format: RenditionFormat, key: string) {
  const bytes = await readOriginal(media)
  if (!bytes) return null
  const rendition = await encode(crop(sharp(bytes), media, name), format).toBuffer()
  await storage().put(key, rendition, `image/${format === 'jpg' ? 'jpeg' : format}`)
  return rendition
}

/** Width alone scales; width and height crop. */
function crop(image: Sharp, media: RenditionSource, name: RenditionName): Sharp {
  const target: { width: number; height?: number } = renditions[name]
  const { width, height } = target
  return height
    ? cropAround(image, media, { width, height })
    : image.resize({ width, withoutEnlargement: true })
}

function encode(image: Sharp, format: RenditionFormat): Sharp {
  switch (format) {
    case 'webp':
      return image.webp({ quality: 78 })
    case 'avif':
      return image.avif({ quality: 55, effort: 3 })
    case 'jpg':
      return image.flatten({ background: '#fff' }).jpeg({ quality: 82, mozjpeg: true })
    default:
      return format satisfies never
  }
}
