import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'
import { execute } from '@/src/platform/payload/execute'
import { confirmationLetter } from './confirmationLetter'
import { unsubscribeHeaders } from './unsubscribeHeaders'

export interface ConfirmationInput {
  id: string
  askedAt: string
  /** False for a sign-up that is answered with no mail: of a reader who is there, or was asked a short while ago. */
  isDue: boolean
}

/** Sends the mail of a sign-up once; its Message-ID tells a mail server that a second one is the same. */
export async function mailConfirmation(
  req: PayloadRequest,
  { id, askedAt, isDue }: ConfirmationInput,
): Promise<{ isSent: boolean }> {
  if (!isDue) return { isSent: false }
  // The job acts for the site: no user may be there.
  const subscriber = await req.payload.findByID({
    collection: 'subscribers',
    id,
    disableErrors: true,
    depth: 0,
    ...asSystem(req),
  })
  const at = new Date(askedAt)
  if (!subscriber || subscriber.state === 'active') return { isSent: false }
  if (subscriber.unsubscribedAt && new Date(subscriber.unsubscribedAt) > at) return { isSent: false }
  if (subscriber.mailedAt && new Date(subscriber.mailedAt) >= at) return { isSent: false }
  // As above.
  const { name } = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, ...asSystem(req) })
  await req.payload.sendEmail({
    to: subscriber.email,
    messageId: `<confirm-${id}-${at.getTime()}@${new URL(env.SITE_URL).hostname}>`,
    headers: unsubscribeHeaders(subscriber),
    ...confirmationLetter(subscriber, at, name),
  })
  await execute(
    req,
    sql`update subscribers set mailed_at = ${now().toISOString()}, mail_error = null where id = ${id}`,
    { reads: [] },
  )
  return { isSent: true }
}

/** For a mail that was given up: the reader may ask again at once. */
export async function setConfirmationFailed(
  req: PayloadRequest,
  { id, askedAt, message }: ConfirmationInput & { message: string },
): Promise<void> {
  await execute(
    req,
    sql`update subscribers set mail_error = ${message}, asked_at = null, asks = greatest(asks - 1, 0)
        where id = ${id} and asked_at = ${askedAt}`,
    { reads: [] },
  )
}
