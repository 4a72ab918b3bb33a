import type { CollectionBeforeChangeHook } from 'payload'
import { settlePublicationDate } from '@/src/domains/publishing/publicationDate'

/** What readers see has a date, and it is none to come. */
export const setPublishedAt: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const { plannedFor } = req.context
  const publishedAt = await settlePublicationDate(req, {
    collection: collection.slug as 'content' | 'pages',
    id: originalDoc?.id,
    given: data.publishedAt,
    drafted: originalDoc?.publishedAt,
    plannedFor: typeof plannedFor === 'string' ? plannedFor : undefined,
  })
  return { ...data, publishedAt }
}
