import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'
import { findByHash } from './findByHash'
import { type PreparedUpload, prepareUpload } from './prepareUpload'

export interface StoreMediaInput {
  data: Buffer
  filename: string
  alt: string
  caption?: string
  credit?: string
  /** Where an importer found it, so that a second run need not fetch it again. */
  source?: { importer: string; key: string }
}

export interface StoredMedia {
  id: string
  filename: string
  url: string
  /** False when the same bytes were there already. */
  created: boolean
}

/** Stores a picture or file for the system (imports, demo content). The same bytes are stored once. */
export async function storeMedia(req: PayloadRequest, input: StoreMediaInput): Promise<StoredMedia> {
  const upload = await prepareUpload(input.filename, input.data)
  return inTransaction(req, async () => {
    await lockInTransaction(req, `media:${upload.hash}`)
    return (await findStored(req, upload.hash)) ?? (await createMedia(req, input, upload))
  })
}

async function createMedia(
  req: PayloadRequest,
  { alt, caption, credit, source }: StoreMediaInput,
  upload: PreparedUpload,
): Promise<StoredMedia> {
  const { filename, data, mimeType } = upload
  // Imports act for the site as a whole, not for one of its users.
  const media = await req.payload.create({
    collection: 'media',
    data: { alt, caption, credit, source },
    file: { name: filename, data, mimetype: mimeType, size: data.length },
    depth: 0,
    ...asSystem(req),
    context: { ...req.context, preparedUpload: upload },
  })
  return { id: media.id, filename: media.filename ?? filename, url: media.url ?? '', created: true }
}

async function findStored(req: PayloadRequest, hash: string): Promise<StoredMedia | null> {
  const found = await findByHash(req, hash)
  return found && { id: found.id, filename: found.filename ?? '', url: found.url ?? '', created: false }
}
