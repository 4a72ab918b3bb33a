/** What the links in mails to subscribers carry, and the subscriber that one of them leads to. */
import type { PayloadRequest } from 'payload'
import type { Subscriber } from '@/payload-types'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { LinkUnknownError } from './errors'
import { isSealOf, sealOf } from './seals'

/** Days for which a link confirms. */
export const linkDays = 7

type Known = Pick<Subscriber, 'id' | 'unsubscribedAt'>

export interface FoundByLink {
  subscriber: Subscriber
  /** Only of links that confirm. */
  isExpired: boolean
}

/** Works for `linkDays` from `askedAt`, as often as one likes, until its reader leaves. */
export function confirmToken(subscriber: Known, askedAt: Date): string {
  const expires = (askedAt.getTime() + linkDays * 86_400_000).toString(36)
  return [subscriber.id, expires, confirmSeal(subscriber, expires)].join('.')
}

/** Works for ever: the mail that carries it may be years old. */
export function unsubscribeToken({ id }: { id: string }): string {
  return `${id}.${sealOf('unsubscribe', id)}`
}

/** @throws LinkUnknownError */
export async function findByConfirmToken(req: PayloadRequest, token: string): Promise<FoundByLink> {
  const [id = '', expires = '', seal = ''] = partsOf(token, 3)
  const subscriber = await find(req, id)
  if (!subscriber || !isSealOf(seal, ...confirmParts(subscriber, expires))) throw new LinkUnknownError()
  return { subscriber, isExpired: Number.parseInt(expires, 36) < now().getTime() }
}

/** @throws LinkUnknownError */
export async function findByUnsubscribeToken(req: PayloadRequest, token: string): Promise<FoundByLink> {
  const [id = '', seal = ''] = partsOf(token, 2)
  const subscriber = isSealOf(seal, 'unsubscribe', id) ? await find(req, id) : null
  if (!subscriber) throw new LinkUnknownError()
  return { subscriber, isExpired: false }
}

/** None where there are more or fewer. */
function partsOf(token: string, count: number): string[] {
  const parts = token.split('.')
  return parts.length === count ? parts : []
}

function confirmSeal(subscriber: Known, expires: string): string {
  return sealOf(...confirmParts(subscriber, expires))
}

/** Leaving makes the links useless that were sent before it. */
function confirmParts({ id, unsubscribedAt }: Known, expires: string): (string | number)[] {
  return ['confirm', id, expires, unsubscribedAt ? new Date(unsubscribedAt).getTime() : 0]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function find(req: PayloadRequest, id: string): Promise<Subscriber | null> {
  if (!uuid.test(id)) return null
  // Who holds the link is the reader; nobody else but editors may read the row.
  return req.payload.findByID({
    collection: 'subscribers',
    id,
    disableErrors: true,
    depth: 0,
    ...asSystem(req),
  })
}
