import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { execute } from '@/src/platform/payload/execute'
import { LinkExpiredError } from './errors'
import type { LinkInput } from './schemas'
import { findByConfirmToken } from './subscriptionLinks'

/**
 * A reader says that the address is theirs. A second time changes nothing.
 * @throws LinkUnknownError, LinkExpiredError
 */
export async function confirmSubscription(
  req: PayloadRequest,
  { token }: LinkInput,
): Promise<{ state: 'active' }> {
  const { subscriber, isExpired } = await findByConfirmToken(req, token)
  if (subscriber.state === 'active') return { state: 'active' }
  if (isExpired) throw new LinkExpiredError()
  const at = now().toISOString()
  await execute(
    req,
    sql`update subscribers set state = 'active', confirmed_at = ${at}, unsubscribed_at = null, asks = 0,
          updated_at = ${at}
        where id = ${subscriber.id} and state <> 'active'
          and unsubscribed_at is not distinct from ${subscriber.unsubscribedAt ?? null}::timestamptz`,
    { reads: [] },
  )
  return { state: 'active' }
}
