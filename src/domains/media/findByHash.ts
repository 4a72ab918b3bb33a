import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** The file whose stored bytes have this SHA-256, `null` when there is none. */
export async function findByHash(req: PayloadRequest, hash: string) {
  // Media are public, and whether the bytes are known is asked for the site, not for the caller.
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { hash: { equals: hash } },
    select: { filename: true, url: true },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem(req),
  })
  return docs[0] ?? null
}
