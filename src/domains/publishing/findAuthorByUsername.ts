import type { PayloadRequest } from 'payload'
import type { Profile } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { mediaSelect } from './listArticles'

/** The public profile of an author, `null` when there is none. */
export async function findAuthorByUsername(
  req: PayloadRequest,
  { username }: { username: string },
): Promise<Profile | null> {
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { username: { equals: username } },
    limit: 1,
    depth: 1,
    pagination: false,
    populate: { media: mediaSelect },
    ...asUser(req),
  })
  return docs[0] ?? null
}
