import type { PayloadRequest } from 'payload'
import type { Tag } from '@/payload-types'
import { asUser } from '@/src/platform/authority'

/** A tag, `null` when there is none. */
export async function findTagBySlug(req: PayloadRequest, { slug }: { slug: string }): Promise<Tag | null> {
  const { docs } = await req.payload.find({
    collection: 'tags',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 1,
    pagination: false,
    ...asUser(req),
  })
  return docs[0] ?? null
}
