import type { CollectionBeforeValidateHook } from 'payload'
import { findOccupant } from '@/src/domains/publishing/findOccupant'
import { FieldRefusedError } from '@/src/platform/errors'

/** Somebody who types a redirect means it to act; those that the site writes begin where a document has left. */
export const refuseHiddenRedirect: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const from = data?.from
  if (typeof from !== 'string' || from === originalDoc?.from || !req.user || data?.origin === 'slug')
    return data
  const occupant = await findOccupant(req, { path: from })
  if (!occupant) return data
  const { name, ...document } = occupant
  throw new FieldRefusedError('ADDRESS_IN_USE', {
    ...document,
    path: 'from',
    atField: `${name} stands there.`,
    message: `${name} stands at ${from}: readers would see it and never be led on. Change its address or withdraw it first.`,
  })
}
