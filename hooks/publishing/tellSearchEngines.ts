import type { CollectionAfterChangeHook } from 'payload'
import { type Seen, tellSearchEngines as tell } from '@/src/domains/publishing/seo/indexNow/tellSearchEngines'
import { recallFor } from '@/src/platform/rememberFor'

/** Search engines hear of what was published, changed, moved or withdrawn. */
export const tellSearchEngines: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const isUnnoticed = req.context.isDraftSave === true && !doc.deletedAt
  if (isUnnoticed) return doc
  const before = recallFor<Seen>(req, 'seen', doc.id) ?? null
  await tell(req, { collection: collection.slug as 'content' | 'pages', before, after: doc })
  return doc
}
