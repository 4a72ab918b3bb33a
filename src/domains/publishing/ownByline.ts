import type { PayloadRequest } from 'payload'
import { findOwnProfile } from '@/src/domains/accounts'

/** Whoever writes an article is its author until the byline is changed. */
export async function ownByline({ req }: { req: PayloadRequest }): Promise<string[]> {
  const profile = await findOwnProfile(req)
  return profile ? [profile] : []
}
