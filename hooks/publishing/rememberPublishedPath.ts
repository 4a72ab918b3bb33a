import type { CollectionBeforeChangeHook } from 'payload'
import { documentPath } from '@/src/domains/publishing'
import { rememberFor } from '@/src/platform/rememberFor'

/** Reads the address readers know before this write may change it; drafts may have changed it unseen. */
export const rememberPublishedPath: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return data
  const becomesPublic = data._status === undefined || data._status === 'published'
  const stored = becomesPublic
    ? await req.payload.db.findOne<{ id: string; _status?: string; slug?: string; locale?: string }>({
        collection: collection.slug,
        where: { id: { equals: originalDoc.id } },
        select: { slug: true, locale: true, _status: true },
        req,
      })
    : null
  const wasPublic = stored && (stored._status === undefined || stored._status === 'published')
  const path = wasPublic ? documentPath(collection.slug, stored) : undefined
  rememberFor(req, 'publishedPath', originalDoc.id, path)
  return data
}
