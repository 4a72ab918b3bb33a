import type { CollectionAfterChangeHook } from 'payload'
import { documentPath } from '@/src/domains/publishing'
import { moveAddress } from '@/src/domains/publishing/moveAddress'

/** Readers who know the old address arrive at the new one. */
export const redirectFormerPath: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const from = req.context.publishedPath
  const to = documentPath(collection.slug, doc)
  if (typeof from === 'string' && to && from !== to) await moveAddress(req, { from, to })
  return doc
}
