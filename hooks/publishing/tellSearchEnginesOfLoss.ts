import type { CollectionAfterDeleteHook } from 'payload'
import { tellSearchEngines } from '@/src/domains/publishing/seo/indexNow/tellSearchEngines'

/** Search engines hear of what is gone for good. */
export const tellSearchEnginesOfLoss: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const slug = collection.slug as 'content' | 'pages'
  await tellSearchEngines(req, { collection: slug, before: doc, after: null })
  return doc
}
