import { createHash } from 'node:crypto'
import { parse } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '@/src/platform/errors'
import { slugify } from '@/src/platform/slugify'
import { sharp } from './sharp'

/** What `media` takes, by content. SVG is taken too, and arrives as WebP: a picture cannot carry a script. */
export const mediaTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
} as const

type MediaType = keyof typeof mediaTypes

export interface PreparedUpload {
  data: Buffer
  /** `<slug>-<first 8 of hash>.<ext>`: the same bytes always have the same name. */
  filename: string
  mimeType: MediaType
  /** SHA-256 of `data`, hexadecimal. */
  hash: string
  /** A tiny WebP as a data: URL, shown blurred while the picture loads. Images only. */
  blur: string | null
}

/** Pixels of width at which an SVG is drawn. */
const svgWidth = 1600
/** Pixels an image may have: above this, decoding it would be an attack on memory. */
const maxPixels = 100_000_000

/** Decides the type by content, removes EXIF and GPS, draws SVG, names the file by its hash. @throws AppError */
export async function prepareUpload(name: string, bytes: Buffer): Promise<PreparedUpload> {
  const { data, mimeType } = await clean(bytes)
  const hash = createHash('sha256').update(data).digest('hex')
  const stem = slugify(parse(name).name).slice(0, 80) || 'file'
  return {
    data,
    filename: `${stem}-${hash.slice(0, 8)}.${mediaTypes[mimeType]}`,
    mimeType,
    hash,
    blur: mimeType.startsWith('image/') ? await blurOf(data) : null,
  }
}

async function clean(bytes: Buffer): Promise<{ data: Buffer; mimeType: MediaType }> {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', 'The file is empty.', 400)
  if (looksLikeSvg(bytes)) return { data: await drawSvg(bytes), mimeType: 'image/webp' }
  const detected = (await fileTypeFromBuffer(bytes))?.mime
  if (!isMediaType(detected)) {
    throw new AppError(
      'FILE_TYPE_REFUSED',
      'Only JPEG, PNG, WebP, AVIF, GIF, SVG, MP4, WebM and PDF files can be uploaded.',
      415,
      { detected: detected ?? null },
    )
  }
  if (!detected.startsWith('image/')) return { data: bytes, mimeType: detected }
  return { data: await withoutMetadata(bytes, detected), mimeType: detected }
}

function isMediaType(type: string | undefined): type is MediaType {
  return type !== undefined && type in mediaTypes
}

function looksLikeSvg(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096).toString('utf8').replace(/^﻿/, '').trimStart()
  return head.startsWith('<') && /<svg[\s>]/i.test(head)
}

async function drawSvg(bytes: Buffer): Promise<Buffer> {
  return refusingDamage(() =>
    sharp(bytes, { limitInputPixels: maxPixels, density: 144 })
      .resize({ width: svgWidth, withoutEnlargement: false })
      .webp({ lossless: true })
      .toBuffer(),
  )
}

/** Encodes again only what carries metadata or a rotation: everything else stays as it came, byte for byte. */
async function withoutMetadata(bytes: Buffer, mimeType: MediaType): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: maxPixels })
  const { exif, iptc, xmp, orientation, comments } = await refusingDamage(() => image.metadata())
  const carries = exif ?? iptc ?? xmp ?? comments ?? ((orientation ?? 1) > 1 || undefined)
  if (carries === undefined || mimeType === 'image/gif') {
    await refusingDamage(() => image.stats())
    return bytes
  }
  const upright = image.rotate().keepIccProfile()
  return refusingDamage(() => {
    switch (mimeType) {
      case 'image/jpeg':
        return upright.jpeg({ quality: 92, mozjpeg: true }).toBuffer()
      case 'image/png':
        return upright.png().toBuffer()
      case 'image/webp':
        return upright.webp({ quality: 92 }).toBuffer()
      default:
        return upright.avif({ quality: 70 }).toBuffer()
    }
  })
}

async function blurOf(data: Buffer): Promise<string> {
  const tiny = await sharp(data)
    .resize({ width: 16, height: 16, fit: 'inside' })
    .webp({ quality: 40 })
    .toBuffer()
  return `data:image/webp;base64,${tiny.toString('base64')}`
}

async function refusingDamage<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    throw new AppError('FILE_DAMAGED', `The image cannot be read: ${reason}`, 400)
  }
}
