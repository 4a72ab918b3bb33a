import { createLocalReq, type PayloadRequest } from 'payload'
import type { Actor } from './cast'
import { testPayload } from './database'

/** A request as a verb gets it, of somebody signed in or of nobody. */
export async function requestOf(actor?: Actor): Promise<PayloadRequest> {
  const payload = await testPayload()
  if (!actor) return createLocalReq({}, payload)
  const user = await payload.findByID({ collection: 'users', id: actor.id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}
