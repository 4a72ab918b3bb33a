import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { queueJob } from '@/src/platform/jobs'
import { takeTurn } from '@/src/platform/limits/takeTurn'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { SignUpClosedError, TooManySignUpsError } from './errors'
import { isSignUpOpen } from './isSignUpOpen'
import type { SignUpInput } from './schemas'
import { isSealOf } from './seals'

/** Sign-ups of one visitor, and of all together, that are taken in an hour: the form is open to anybody. */
export const hourlySignUps = { visitor: 5, site: 1_000 }

/** Hours until an address is asked again; each further time without an answer doubles them, so often at most. */
export const askAgain = { hours: 6, doublings: 6 }

/**
 * Keeps that an address wants the newsletter, and queues the mail that asks whether it does. Known addresses are
 * answered like unknown ones, and cost the same: a mail goes out, or does not, in the job.
 * @param address of the visitor, as the front settled it.
 * @throws SignUpClosedError, TooManySignUpsError
 */
export async function requestSubscription(
  req: PayloadRequest,
  input: SignUpInput,
  address: string,
): Promise<void> {
  // Whether the site has a newsletter does not depend on who asks.
  const settings = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, ...asSystem(req) })
  if (!isSignUpOpen(settings)) throw new SignUpClosedError()
  // A machine is told what it hopes to hear.
  if (input.website) return
  await inTransaction(req, async () => {
    const isTaken = await takeTurn(req, { act: 'sign-up', address, hourly: hourlySignUps })
    if (!isTaken) throw new TooManySignUpsError()
    const askedAt = now().toISOString()
    const kept = await keepRequest(req, input, askedAt)
    await queueJob(req, { task: 'mailConfirmation', input: { ...kept, askedAt } })
  })
}

/**
 * Two statements whoever it is. The second changes nothing for readers who are there already, and for those who were
 * asked a short while ago: no stranger changes what a reader agreed to, or fills a mailbox.
 */
async function keepRequest(
  req: PayloadRequest,
  { email, locale, page, wording, seal }: SignUpInput,
  askedAt: string,
): Promise<{ id: string; isDue: boolean }> {
  const shown = isSealOf(seal, 'wording', wording) ? wording : null
  const [kept] = await execute<{ id: string }>(
    req,
    sql`insert into subscribers (id, email, created_at, updated_at)
        values (${uuidv7()}, ${email}, ${askedAt}, ${askedAt})
        on conflict (lower(email)) do update set email = subscribers.email
        returning id`,
    { reads: [] },
  )
  const id = kept?.id ?? ''
  const due = await execute(
    req,
    sql`update subscribers set asked_at = ${askedAt}, asks = asks + 1, mail_error = null, updated_at = ${askedAt},
          locale = ${locale}, consent_at = ${askedAt}, consent_page = ${page ?? null}, consent_wording = ${shown}
        where id = ${id} and state <> 'active'
          and (asked_at is null or asked_at + power(2, least(asks - 1, ${askAgain.doublings}))
            * make_interval(hours => ${askAgain.hours}) <= ${askedAt}::timestamptz)
        returning id`,
    { reads: [] },
  )
  return { id, isDue: due.length > 0 }
}
