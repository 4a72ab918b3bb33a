import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** The id of the document that `where` names; what is in the trash counts, so that it does not come back. */
export async function findStored(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<string | null> {
  // The seeder acts for the installation; nobody is signed in.
  const { docs } = await req.payload.find({
    collection,
    where,
    limit: 1,
    depth: 0,
    pagination: false,
    draft: true,
    trash: true,
    ...asSystem(req),
  })
  return docs[0] ? String(docs[0].id) : null
}
