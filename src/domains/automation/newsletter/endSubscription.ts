import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { execute } from '@/src/platform/payload/execute'
import type { LinkInput } from './schemas'
import { findByUnsubscribeToken } from './subscriptionLinks'

/**
 * No more mail to this address, whether it was confirmed or only asked. A second time changes nothing.
 * @throws LinkUnknownError
 */
export async function endSubscription(
  req: PayloadRequest,
  { token }: LinkInput,
): Promise<{ state: 'unsubscribed' }> {
  const { subscriber } = await findByUnsubscribeToken(req, token)
  const at = now().toISOString()
  await execute(
    req,
    sql`update subscribers set state = 'unsubscribed', unsubscribed_at = ${at}, updated_at = ${at}
        where id = ${subscriber.id} and state <> 'unsubscribed'`,
    { reads: [] },
  )
  return { state: 'unsubscribed' }
}
