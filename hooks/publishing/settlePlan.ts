import type { CollectionAfterChangeHook } from 'payload'
import { type HeldPlan, settlePlan as settle } from '@/src/domains/publishing/scheduling/settlePlan'
import { recallFor } from '@/src/platform/rememberFor'

/** Takes off the plan what has become pointless by this write. */
export const settlePlan: CollectionAfterChangeHook = async ({ doc, req }) => {
  const held = recallFor<HeldPlan>(req, 'heldPlans', doc.id)
  if (held) await settle(req, held, doc)
  return doc
}
