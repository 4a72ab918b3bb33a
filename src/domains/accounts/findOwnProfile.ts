import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** Id of the caller's profile, `null` for callers without one. */
export async function findOwnProfile(req: PayloadRequest): Promise<string | null> {
  if (!req.user) return null
  // Profiles are public; which of them is one's own is for oneself to know.
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { user: { equals: req.user.id } },
    select: {},
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem(req),
  })
  return docs[0]?.id ?? null
}
