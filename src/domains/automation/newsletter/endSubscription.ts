import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { NotFoundError } from '@/src/platform/errors'
import { execute } from '@/src/platform/payload/execute'
import type { LinkInput } from './schemas'
import { findByUnsubscribeToken } from './subscriptionLinks'

interface Ended {
  state: 'unsubscribed'
}

/**
 * No more mail to this address, whether it was confirmed or only asked. A second time changes nothing.
 * @throws LinkUnknownError
 */
export async function endSubscription(req: PayloadRequest, { token }: LinkInput): Promise<Ended> {
  const { subscriber } = await findByUnsubscribeToken(req, token)
  return end(req, subscriber.id)
}

/**
 * The same for a reader who asked for it in another way. What they agreed to before stays on record.
 * @throws NotFoundError where the caller may not see that there is one
 */
export async function endSubscriptionByHand(req: PayloadRequest, { id }: { id: string }): Promise<Ended> {
  const subscriber = await req.payload.findByID({
    collection: 'subscribers',
    id,
    disableErrors: true,
    depth: 0,
    ...asUser(req),
  })
  if (!subscriber) throw new NotFoundError('Subscriber')
  return end(req, subscriber.id)
}

async function end(req: PayloadRequest, id: string): Promise<Ended> {
  const at = now().toISOString()
  await execute(
    req,
    sql`update subscribers set state = 'unsubscribed', unsubscribed_at = ${at}, updated_at = ${at}
        where id = ${id} and state <> 'unsubscribed'`,
    { reads: [] },
  )
  return { state: 'unsubscribed' }
}
