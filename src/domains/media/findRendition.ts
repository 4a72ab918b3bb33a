import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { NotFoundError } from '@/src/platform/errors'
import { storage } from '@/src/services/storage'
import { drawRendition } from './drawRendition'
import { mediaTypes } from './prepareUpload'
import { parseRenditionFile, renditionFile } from './renditions'
import { immutableCache } from './storageAdapter'

/** Reads a rendition, or makes it when the job has not come to it yet. @throws NotFoundError */
export async function findRendition(req: PayloadRequest, { file }: { file: string }) {
  const bytes = (await readStored(file)) ?? (await drawNow(req, file))
  if (!bytes) throw new NotFoundError('Picture')
  const extension = file.slice(file.lastIndexOf('.') + 1)
  const mimeType = extension === 'jpg' ? 'image/jpeg' : `image/${extension}`
  return { bytes, mimeType, cacheControl: immutableCache }
}

async function readStored(file: string): Promise<ReadableStream<Uint8Array> | null> {
  if (!parseRenditionFile(file)) return null
  const stored = await storage().get(`media/${file}`)
  return stored?.body ?? null
}

async function drawNow(req: PayloadRequest, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = parseRenditionFile(file)
  if (!parts) return null
  const filenames = Object.values(mediaTypes).map((extension) => `${parts.stem}.${extension}`)
  // Media are public; only the name is asked for.
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { filename: { in: filenames } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem(req),
  })
  const [media] = docs
  if (!media || renditionFile(media, parts.name, parts.format) !== file) return null
  const drawn = await drawRendition(media, parts.name, parts.format)
  return drawn && new Uint8Array(drawn)
}
