import type { CollectionAfterChangeHook } from 'payload'
import { documentPath } from '@/src/domains/publishing'
import { moveAddress } from '@/src/domains/publishing/moveAddress'
import { recallFor } from '@/src/platform/rememberFor'

/** Readers who know the old address arrive at the new one. */
export const redirectFormerPath: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const from = recallFor<string>(req, 'publishedPath', doc.id)
  const to = documentPath(collection.slug, doc)
  if (from && to && from !== to) await moveAddress(req, { from, to })
  return doc
}
