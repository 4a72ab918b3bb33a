import { posix } from 'node:path'
import { env } from '@/src/platform/env'

/**
 * The sizes every raster image has. What a rendition is called follows from the original alone, so nothing
 * about it is stored: a job makes them after the upload, and a request that comes first makes its own.
 */
export const renditions = {
  thumb: { width: 320 },
  card: { width: 768 },
  hero: { width: 1600 },
  og: { width: 1200, height: 630 },
} as const satisfies Record<string, { width: number; height?: number }>

export type RenditionName = keyof typeof renditions
export const renditionNames = Object.keys(renditions) as RenditionName[]

/** Social networks do not read WebP everywhere, so `og` is a JPEG. */
export type RenditionFormat = 'webp' | 'avif' | 'jpg'

export interface RenditionSource {
  filename?: string | null
  mimeType?: string | null
  width?: number | null
  height?: number | null
  focalX?: number | null
  focalY?: number | null
}

export interface Rendition {
  url: string
  /** The same picture as AVIF, smaller, for browsers that read it. */
  avif?: string
  width: number
  height: number
  mimeType: string
}

const resizable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

export function isResizable({ mimeType, filename }: RenditionSource): boolean {
  return Boolean(filename) && resizable.has(mimeType ?? '')
}

/** Addresses and dimensions (pixels) of all renditions; empty for what is not a raster image. */
export function renditionsOf(media: RenditionSource): Partial<Record<RenditionName, Rendition>> {
  if (!isResizable(media) || !media.width || !media.height) return {}
  const entries = renditionNames.map((name) => [name, renditionOf(media, name)] as const)
  return Object.fromEntries(entries)
}

function renditionOf(media: RenditionSource, name: RenditionName): Rendition {
  const dimensions = dimensionsOf(media, name)
  if (name === 'og')
    return { url: urlOf(renditionFile(media, name, 'jpg')), ...dimensions, mimeType: 'image/jpeg' }
  return {
    url: urlOf(renditionFile(media, name, 'webp')),
    avif: urlOf(renditionFile(media, name, 'avif')),
    ...dimensions,
    mimeType: 'image/webp',
  }
}

function dimensionsOf(media: RenditionSource, name: RenditionName): { width: number; height: number } {
  const target: { width: number; height?: number } = renditions[name]
  if (target.height) return { width: target.width, height: target.height }
  const original = { width: media.width ?? 1, height: media.height ?? 1 }
  const width = Math.min(target.width, original.width)
  return { width, height: Math.max(1, Math.round((original.height * width) / original.width)) }
}

/** `<stem>.<name>.<format>`; a cropped one names its focal point too, so that its address is immutable. */
export function renditionFile(media: RenditionSource, name: RenditionName, format: RenditionFormat): string {
  const stem = posix.parse(media.filename ?? '').name
  const { focalX, focalY } = media
  const isCentred = (focalX ?? 50) === 50 && (focalY ?? 50) === 50
  const focus = name === 'og' && !isCentred ? `-${Math.round(focalX ?? 50)}x${Math.round(focalY ?? 50)}` : ''
  return `${stem}.${name}${focus}.${format}`
}

/** The parts of a rendition's file name, `null` when it is none of ours. */
export function parseRenditionFile(file: string) {
  const match = /^([\w-]+)\.(thumb|card|hero|og)(?:-(\d{1,3})x(\d{1,3}))?\.(webp|avif|jpg)$/.exec(file)
  const [, stem, name, focalX, focalY, format] = match ?? []
  if (!stem || !name || !format || (name === 'og') !== (format === 'jpg')) return null
  return {
    stem,
    name: name as RenditionName,
    format: format as RenditionFormat,
    focalX: Math.min(100, Number(focalX ?? 50)),
    focalY: Math.min(100, Number(focalY ?? 50)),
  }
}

function urlOf(file: string): string {
  return env.MEDIA_BASE_URL
    ? `${env.MEDIA_BASE_URL}/media/${file}`
    : `${env.SITE_URL}/api/media/renditions/${file}`
}
