import type { CollectionAfterChangeHook } from 'payload'
import { queueJob } from '@/src/platform/jobs'

/** A new picture, or a moved focal point, needs renditions. */
export const queueRenditions: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isMoved = doc.focalX !== previousDoc?.focalX || doc.focalY !== previousDoc?.focalY
  if (doc.mimeType?.startsWith('image/') && (operation === 'create' || isMoved)) {
    await queueJob(req, { task: 'makeRenditions', input: { id: doc.id } })
  }
  return doc
}
