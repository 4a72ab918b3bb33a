import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** The first name on the caller's byline, else what stands before the @ of their address. */
export async function readGreeting(req: PayloadRequest): Promise<string> {
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { user: { equals: req.user?.id ?? '' } },
    depth: 0,
    limit: 1,
    pagination: false,
    select: { name: true },
    // Only editors may ask by account; everyone may see their own byline.
    ...asSystem(req),
  })
  const name = docs[0]?.name.split(' ')[0] ?? req.user?.email.split('@')[0] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
