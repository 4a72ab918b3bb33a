import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/platform/errors'
import { findByHash } from './findByHash'
import type { PreparedUpload } from './prepareUpload'

/** The same bytes are stored once. @throws AppError MEDIA_EXISTS, naming the file that is there. */
export async function refuseKnownFile(req: PayloadRequest, { hash }: PreparedUpload): Promise<void> {
  const known = await findByHash(req, hash)
  if (!known) return
  throw new AppError('MEDIA_EXISTS', `This file is in the library already, as ${known.filename}.`, 409, {
    id: known.id,
  })
}
