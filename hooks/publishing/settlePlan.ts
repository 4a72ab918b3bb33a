import type { CollectionAfterChangeHook } from 'payload'
import { type HeldPlan, settlePlan as settle } from '@/src/domains/publishing/scheduling/settlePlan'

/** Takes off the plan what has become pointless by this write. */
export const settlePlan: CollectionAfterChangeHook = async ({ doc, req }) => {
  const held = req.context.heldPlan as HeldPlan | null | undefined
  delete req.context.heldPlan
  if (held) await settle(req, held, doc)
  return doc
}
