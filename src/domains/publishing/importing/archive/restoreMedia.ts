import { createLocalReq, type Payload } from 'payload'
import { type PreparedUpload, prepareUpload } from '@/src/domains/media'
import { asSystem } from '@/src/platform/authority'
import { keepId } from '@/src/platform/payload/allowKeptIds'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import type { ArchiveRecord } from '../../exporting/archiveFormat'

/** Stores a media file under the id and the name it had, so that links to the file itself still arrive. */
export async function restoreMedia(payload: Payload, record: ArchiveRecord, bytes: Buffer): Promise<string> {
  const { alt, caption, credit, focalX, focalY, source, filename, hash } = record.fields
  const prepared = await prepareUpload(String(filename), bytes)
  const upload = namedAsBefore(prepared, String(filename), String(hash))
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
    const focus = { focalX: Number(focalX ?? 50), focalY: Number(focalY ?? 50) }
    if (focus.focalX !== 50 || focus.focalY !== 50)
      await req.payload.db.updateOne({ collection: 'media', id: media.id, data: focus, req })
    return media.id
  })
}

/** The former name, where the bytes are the former bytes and the name is one that we give. */
function namedAsBefore(upload: PreparedUpload, filename: string, hash: string): PreparedUpload {
  const ending = upload.filename.slice(upload.filename.lastIndexOf('-'))
  const isOurs =
    /^[\p{Ll}\p{Lo}\p{M}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}._-]*$/u.test(filename) && filename.endsWith(ending)
  return isOurs && upload.hash === hash ? { ...upload, filename } : upload
}
