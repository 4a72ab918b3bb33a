import type { Sharp } from 'sharp'
import type { RenditionSource } from './renditions'

/** Fills `target` (pixels) with the part of a picture around its focal point (per cent of the original). */
export function cropAround(
  image: Sharp,
  media: RenditionSource,
  target: { width: number; height: number },
): Sharp {
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
