import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import { redirectRefusal } from '@/src/domains/publishing/redirectRefusal'

/** A redirect leads somewhere, never back to where it began. */
export const refuseRedirectCircle: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const from = data?.from ?? originalDoc?.from
  const to = data?.to ?? originalDoc?.to
  if (typeof from !== 'string' || typeof to !== 'string') return data
  const message = await redirectRefusal(req, { from, to })
  if (message)
    throw new ValidationError({ collection: 'redirects', errors: [{ path: 'to', message }], req }, req.t)
  return data
}
