import type { CollectionBeforeChangeHook } from 'payload'
import { holdPlan as hold } from '@/src/domains/publishing/scheduling/settlePlan'
import { rememberFor } from '@/src/platform/rememberFor'

/** What is planned for a document must not fire while somebody publishes, withdraws or trashes it. */
export const holdPlan: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  const isUnnoticed = req.context.isDraftSave === true && !data.deletedAt
  if (operation === 'update' && !isUnnoticed && !req.context.isPlannedWrite) {
    const slug = collection.slug as 'content' | 'pages'
    const held = await hold(req, { collection: slug, id: originalDoc.id })
    rememberFor(req, 'heldPlans', originalDoc.id, held)
  }
  return data
}
