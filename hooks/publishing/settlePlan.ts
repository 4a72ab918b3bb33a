import type { CollectionAfterChangeHook } from 'payload'
import { type HeldPlan, settlePlan as settle } from '@/src/domains/publishing/scheduling/settlePlan'

/** Takes off the plan what has become pointless by this write. */
export const settlePlan: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { [doc.id]: held, ...others } = (req.context.heldPlans ?? {}) as Record<string, HeldPlan | null>
  req.context.heldPlans = others
  if (held) await settle(req, held, doc)
  return doc
}
