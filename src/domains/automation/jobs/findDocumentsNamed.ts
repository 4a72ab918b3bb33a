import type { CollectionSlug, PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'

/** Collections whose documents jobs work on and people know by name. */
const named = { content: 'title', pages: 'title', media: 'filename' } as const

/** A search that means so many documents means none of them. */
const mostDocuments = 50

/** @returns ids of documents whose title has these words. */
export async function findDocumentsNamed(req: PayloadRequest, words: string): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(named).map(async ([collection, field]) => {
      const { docs } = await req.payload.find({
        collection: collection as CollectionSlug,
        where: { [field]: { like: words } },
        draft: collection !== 'media',
        depth: 0,
        limit: mostDocuments,
        pagination: false,
        select: {},
        ...asUser(req),
      })
      return docs.map(({ id }) => String(id))
    }),
  )
  return found.flat()
}
