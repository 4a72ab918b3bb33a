import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import { parentRefusal } from '@/src/domains/publishing/parentRefusal'

/** A category is never below itself, and never deeper than readers can follow. */
export const refuseCategoryCycle: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const message = data?.parent ? await parentRefusal(req, { id: originalDoc?.id, parent: data.parent }) : null
  if (message)
    throw new ValidationError({ collection: 'categories', errors: [{ path: 'parent', message }], req }, req.t)
  return data
}
