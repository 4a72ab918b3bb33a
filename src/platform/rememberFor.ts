/**
 * What a hook before a change tells one after it, by document: a change of many at once runs side by side, and has one
 * context for all of them.
 */
import type { PayloadRequest } from 'payload'

type Id = string | number

export function rememberFor(req: PayloadRequest, key: string, id: Id, value: unknown): void {
  req.context[key] = { ...(req.context[key] as object), [id]: value }
}

/** Once: another change of the document in the same request has its own to tell. */
export function recallFor<Value>(req: PayloadRequest, key: string, id: Id): Value | undefined {
  const { [id]: value, ...others } = (req.context[key] ?? {}) as Record<Id, Value | undefined>
  req.context[key] = others
  return value
}
