import type { FieldHook } from 'payload'

/** One form of a path: no slash at the end, except for the root. */
export const normaliseRedirectPath: FieldHook = ({ value }) =>
  typeof value === 'string' && value.length > 1 ? value.trim().replace(/(?<=.)\/+$/, '') : value
