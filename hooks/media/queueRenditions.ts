import type { CollectionAfterChangeHook } from 'payload'

/** A new picture, or a moved focal point, needs renditions. */
export const queueRenditions: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isMoved = doc.focalX !== previousDoc?.focalX || doc.focalY !== previousDoc?.focalY
  if (doc.mimeType?.startsWith('image/') && (operation === 'create' || isMoved)) {
    await req.payload.jobs.queue({ task: 'makeRenditions', input: { id: doc.id }, queue: 'maintenance', req })
  }
  return doc
}
