import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { AppError } from '@/src/platform/errors'
import type { PreparedUpload } from './prepareUpload'

/** The same bytes are stored once. @throws AppError MEDIA_EXISTS, naming the file that is there. */
export async function refuseKnownFile(req: PayloadRequest, { hash }: PreparedUpload): Promise<void> {
  // Media are public: telling that a file exists tells nothing new.
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { hash: { equals: hash } },
    select: { filename: true },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem(req),
  })
  const [known] = docs
  if (!known) return
  throw new AppError('MEDIA_EXISTS', `This file is in the library already, as ${known.filename}.`, 409, {
    id: known.id,
  })
}
