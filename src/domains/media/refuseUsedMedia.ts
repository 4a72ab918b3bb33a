import type { PayloadRequest } from 'payload'
import { ConflictError } from '@/src/platform/errors'
import { listMediaUses } from './listMediaUses'

/** @throws ConflictError MEDIA_IN_USE, which names where. */
export async function refuseUsedMedia(req: PayloadRequest, { id }: { id: string }): Promise<void> {
  const uses = await listMediaUses(req, { id })
  if (uses.length === 0) return
  const [first] = uses
  const others = uses.length > 1 ? ` and ${uses.length - 1} more` : ''
  throw new ConflictError(
    'MEDIA_IN_USE',
    `This file is used by “${first?.title ?? first?.table}”${others}. Take it out there first.`,
    { uses },
  )
}
