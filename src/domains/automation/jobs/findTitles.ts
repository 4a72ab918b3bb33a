import type { CollectionSlug, PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import type { DocumentRef } from './jobWords'

export interface TitledDocument extends DocumentRef {
  /** As it is now, drafts and the trash included; null when there is none, or no document any more. */
  title: string | null
  /** What to call it within a sentence: its title in quotation marks, or what it was. */
  words: string
  isGone: boolean
}

/** Looks titles of many documents up with one query a collection, seen with the caller's eyes. */
export async function findTitles(
  req: PayloadRequest,
  documents: DocumentRef[],
): Promise<(document: DocumentRef) => TitledDocument> {
  const titles = new Map<string, string | null>()
  await Promise.all(
    [...new Set(documents.map(({ collection }) => collection))].map(async (collection) => {
      const ids = documents.filter((each) => each.collection === collection).map(({ id }) => id)
      for (const [id, title] of await titlesIn(req, collection, ids)) titles.set(`${collection}:${id}`, title)
    }),
  )
  return ({ collection, id }) => {
    const title = titles.get(`${collection}:${id}`)
    const noun = nounOf(req, collection)
    const words = title ? `“${title}”` : title === null ? `an untitled ${noun}` : `a deleted ${noun}`
    return { collection, id, title: title ?? null, words, isGone: title === undefined }
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

async function titlesIn(
  req: PayloadRequest,
  slug: string,
  ids: string[],
): Promise<[id: string, title: string | null][]> {
  const collection = req.payload.collections[slug as CollectionSlug]?.config
  const known = [...new Set(ids)].filter((id) => uuid.test(id))
  if (!collection || known.length === 0) return []
  const field = collection.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug,
    where: { id: { in: known } },
    draft: Boolean(collection.versions?.drafts),
    trash: Boolean(collection.trash),
    depth: 0,
    pagination: false,
    select: { [field]: true } as never,
    ...asUser(req),
  })
  return (docs as unknown as Record<string, unknown>[]).map((doc) => [
    String(doc.id),
    doc[field] ? String(doc[field]) : null,
  ])
}

function nounOf(req: PayloadRequest, slug: string): string {
  const { singular } = req.payload.collections[slug as CollectionSlug]?.config.labels ?? {}
  return typeof singular === 'string' ? singular.toLowerCase() : 'document'
}
