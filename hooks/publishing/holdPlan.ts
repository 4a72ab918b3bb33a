import type { CollectionBeforeChangeHook } from 'payload'
import { holdPlan as hold } from '@/src/domains/publishing/scheduling/settlePlan'

/** What is planned for a document must not fire while somebody publishes, withdraws or trashes it. */
export const holdPlan: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  const isUnnoticed = req.context.isDraftSave === true && !data.deletedAt
  delete req.context.heldPlan
  if (operation === 'update' && !isUnnoticed && !req.context.isPlannedWrite) {
    const slug = collection.slug as 'content' | 'pages'
    req.context.heldPlan = await hold(req, { collection: slug, id: originalDoc.id })
  }
  return data
}
