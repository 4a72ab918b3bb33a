import type { CollectionBeforeChangeHook } from 'payload'
import { readSeen } from '@/src/domains/publishing/seo/indexNow/tellSearchEngines'
import { rememberFor } from '@/src/platform/rememberFor'
import { indexNowKey } from '@/src/services/searchEngines'

/** Keeps what readers see of a document before a write that may change it; a draft beside it changes nothing. */
export const rememberSeen: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  const isUnnoticed = req.context.isDraftSave === true && !data.deletedAt
  if (operation !== 'update' || isUnnoticed || !indexNowKey()) return data
  const seen = await readSeen(req, { collection: collection.slug as 'content' | 'pages', id: originalDoc.id })
  rememberFor(req, 'seen', originalDoc.id, seen)
  return data
}
