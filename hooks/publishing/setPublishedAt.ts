import type { CollectionBeforeChangeHook } from 'payload'
import { now } from '@/src/platform/clock'

/**
 * The first publication dates the document, a planned one with the moment it was planned for, unless it has been
 * dated by hand. What readers saw before keeps its
 * date: a draft that was saved while the publication was under way may have lost it.
 */
export const setPublishedAt: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published' || data.publishedAt) return data
  const stored = originalDoc?.id
    ? await req.payload.db.findOne<{ id: string; publishedAt?: string | null }>({
        collection: collection.slug,
        where: { id: { equals: originalDoc.id } },
        select: { publishedAt: true },
        req,
      })
    : null
  const moment = typeof req.context.plannedFor === 'string' ? req.context.plannedFor : now().toISOString()
  return { ...data, publishedAt: originalDoc?.publishedAt ?? stored?.publishedAt ?? moment }
}
