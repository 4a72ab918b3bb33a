import type { CollectionBeforeDeleteHook } from 'payload'
import { dropPlan as drop } from '@/src/domains/publishing/scheduling/settlePlan'

/** Nothing is planned any more for what is gone. */
export const dropPlan: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await drop(req, { collection: collection.slug as 'content' | 'pages', id: String(id) })
}
