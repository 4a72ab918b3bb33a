import type { FieldHook } from 'payload'

/** Of a document that is chosen twice the first choice stays; the order is its editor's. */
export const keepOnce: FieldHook = ({ value }) => {
  if (!Array.isArray(value)) return value
  const chosen = new Map<unknown, unknown>()
  for (const id of value) {
    const key = typeof id === 'string' ? id.toLowerCase() : id
    if (!chosen.has(key)) chosen.set(key, id)
  }
  return chosen.size === value.length ? value : [...chosen.values()]
}
