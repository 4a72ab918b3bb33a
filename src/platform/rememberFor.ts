/**
 * What a hook before a change tells one after it, by document: a change of many at once runs side by side, and has one
 * context for all of them.
 */
import type { PayloadRequest } from 'payload'

type Id = string | number

export function rememberFor(req: PayloadRequest, key: string, id: Id, value: unknown): void {
  toldOf(req, key).set(id, value)
}

/** Once: another change of the document in the same request has its own to tell. */
export function recallFor<Value>(req: PayloadRequest, key: string, id: Id): Value | undefined {
  const told = toldOf(req, key)
  const value = told.get(id)
  told.delete(id)
  return value as Value | undefined
}

function toldOf({ context }: PayloadRequest, key: string): Map<Id, unknown> {
  context[key] ??= new Map<Id, unknown>()
  return context[key] as Map<Id, unknown>
}
