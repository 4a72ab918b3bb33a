import { fileTypeFromBuffer } from 'file-type'
import { createLocalReq, type Payload } from 'payload'
import { mediaTypes, type PreparedUpload, prepareUpload } from '@/src/domains/media'
import { asSystem } from '@/src/platform/authority'
import { keepId } from '@/src/platform/payload/allowKeptIds'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { storage } from '@/src/services/storage'
import type { ArchiveRecord } from '../../exporting/archiveFormat'

/** Stores a media file under the id and the name it had, so that links to the file itself still arrive. */
export async function restoreMedia(payload: Payload, record: ArchiveRecord, bytes: Buffer): Promise<string> {
  const { alt, caption, credit, focalX, focalY, source, filename, hash } = record.fields
  const prepared = await prepareUpload(String(filename), bytes)
  const upload = await asBefore(prepared, bytes, String(filename), String(hash))
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    keepId(req, 'media', record.id)
    req.context.preparedUpload = upload
    const { data, mimeType } = upload
    // A restoring acts for the site as a whole.
    const media = await req.payload.create({
      collection: 'media',
      data: { alt: String(alt ?? filename), caption, credit, source, createdAt: record.createdAt } as never,
      file: { name: upload.filename, data, mimetype: mimeType, size: data.length },
      depth: 0,
      ...asSystem(req),
    })
    await storage().put(`media/${upload.filename}`, data, mimeType)
    const focus = { focalX: Number(focalX ?? 50), focalY: Number(focalY ?? 50) }
    const exact = { ...focus, filesize: data.length }
    await req.payload.db.updateOne({ collection: 'media', id: media.id, data: exact, req, returning: false })
    return media.id
  })
}

/**
 * What was cleaned and stored once is stored as it is: cleaning it again would make another file of it. Its kind is
 * still found out by its content, and its name must be one that we give. The hash is that of the upload: Payload
 * writes animated kinds anew when it stores them.
 */
async function asBefore(
  upload: PreparedUpload,
  bytes: Buffer,
  filename: string,
  hash: string,
): Promise<PreparedUpload> {
  const kind = (await fileTypeFromBuffer(bytes))?.mime
  const isOurs =
    /^[0-9a-f]{64}$/.test(hash) &&
    /^[\p{Ll}\p{Lo}\p{M}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}._-]*$/u.test(filename) &&
    filename.endsWith(`-${hash.slice(0, 8)}.${mediaTypes[upload.mimeType]}`)
  return isOurs && kind === upload.mimeType ? { ...upload, data: bytes, hash, filename } : upload
}
