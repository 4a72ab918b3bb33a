import type { Sharp } from 'sharp'
import { storage } from '@/src/services/storage'
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
  const original = await storage().get(`media/${media.filename}`)
  if (!original) return null
  const bytes = Buffer.from(await new Response(original.body).arrayBuffer())
  const rendition = await encode(crop(sharp(bytes), media, name), format).toBuffer()
  await storage().put(key, rendition, `image/${format === 'jpg' ? 'jpeg' : format}`)
  return rendition
}

/** Width alone scales; width and height crop around the focal point (per cent of the original). */
function crop(image: Sharp, media: RenditionSource, name: RenditionName): Sharp {
  const target: { width: number; height?: number } = renditions[name]
  if (!target.height) return image.resize({ width: target.width, withoutEnlargement: true })
  const original = { width: media.width ?? target.width, height: media.height ?? target.height }
  const scale = Math.max(target.width / original.width, target.height / original.height)
  const scaled = { width: Math.ceil(original.width * scale), height: Math.ceil(original.height * scale) }
  const offset = (focus: number | null | undefined, whole: number, part: number) =>
    Math.round(Math.min(whole - part, Math.max(0, (whole * (focus ?? 50)) / 100 - part / 2)))
  return image.resize({ ...scaled, fit: 'fill' }).extract({
    left: offset(media.focalX, scaled.width, target.width),
    top: offset(media.focalY, scaled.height, target.height),
    width: target.width,
    height: target.height,
  })
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
