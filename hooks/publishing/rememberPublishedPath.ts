import type { CollectionBeforeChangeHook } from 'payload'
import { documentPath } from '@/src/domains/publishing'

/** Reads the address readers know before this write may change it; drafts may have changed it unseen. */
export const rememberPublishedPath: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  delete req.context.publishedPath
  const becomesPublic = data._status === undefined || data._status === 'published'
  if (operation !== 'update' || !becomesPublic) return data
  const stored = await req.payload.db.findOne<{
    id: string
    _status?: string
    slug?: string
    locale?: string
  }>({
    collection: collection.slug,
    where: { id: { equals: originalDoc.id } },
    select: { slug: true, locale: true, _status: true },
    req,
  })
  const wasPublic = stored && (stored._status === undefined || stored._status === 'published')
  if (wasPublic) req.context.publishedPath = documentPath(collection.slug, stored)
  return data
}
