/**
 * At most one mail a row, whatever fails: a row is taken before its mail leaves, and given back only when the mail
 * has certainly not left. What is uncertain stays unsent and says so.
 */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { env } from '@/src/platform/env'
import { FinalJobError } from '@/src/platform/jobs'
import { execute } from '@/src/platform/payload/execute'

interface Letter {
  subject: string
  body: string | null
  link: string | null
  email: string
  disabledAt: string | null
}

export async function sendNotification(
  req: PayloadRequest,
  { id }: { id: string },
): Promise<{ isSent: boolean }> {
  const letter = await take(req, id)
  if (!letter) return refuseUncertain(req, id)
  if (letter.disabledAt) {
    await set(req, id, 'failed', 'The account was disabled meanwhile.')
    return { isSent: false }
  }
  try {
    await req.payload.sendEmail({ to: letter.email, subject: letter.subject, text: textOf(letter) })
  } catch (error) {
    const hasCertainlyNotLeft = isRefusedBeforeLeaving(error)
    const reason = error instanceof Error ? error.message : String(error)
    await set(req, id, hasCertainlyNotLeft ? 'pending' : 'failed', reason)
    if (hasCertainlyNotLeft) throw error
    throw new FinalJobError('MAIL_UNCERTAIN', `It is not known whether the mail has left: ${reason}`)
  }
  await execute(
    req,
    sql`update notifications set status = 'sent', sent_at = now(), error = null, updated_at = now() where id = ${id}`,
  )
  return { isSent: true }
}

/** For a row whose mail was given up. */
export async function setNotificationFailed(
  req: PayloadRequest,
  { id, message }: { id: string; message: string },
): Promise<void> {
  await set(req, id, 'failed', message)
}

/** Only who changes the row from pending sends its mail. */
async function take(req: PayloadRequest, id: string): Promise<Letter | undefined> {
  const [letter] = await execute<Letter>(
    req,
    sql`update notifications n set status = 'sending', updated_at = now() from users u
        where n.id = ${id} and n.channel = 'email' and n.status = 'pending' and u.id = n.user_id
        returning n.subject, n.body, n.link, u.email, u.disabled_at as "disabledAt"`,
  )
  return letter
}

/** A worker that died between taking and sending leaves it open whether the mail left: it is not sent again. */
async function refuseUncertain(req: PayloadRequest, id: string): Promise<{ isSent: boolean }> {
  const [left] = await execute(
    req,
    sql`update notifications set status = 'failed', updated_at = now(),
          error = 'The worker died while it sent this mail; whether it left is not known.'
        where id = ${id} and status = 'sending' returning id`,
  )
  if (left) {
    throw new FinalJobError('MAIL_UNCERTAIN', 'A worker died while it sent this mail; it is not sent again.')
  }
  return { isSent: false }
}

async function set(req: PayloadRequest, id: string, status: 'pending' | 'failed', error: string) {
  await execute(
    req,
    sql`update notifications set status = ${status}, error = ${error}, updated_at = now()
        where id = ${id} and status <> 'sent'`,
  )
}

/** Source: nodemailer's SMTP connection, which says of a lost connection only that it was lost, not when. */
const lostConnection = ['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EPROTOCOL']

/** A server's own no, a connection that was never made, or a fault of our own: the mail is still here. */
function isRefusedBeforeLeaving(error: unknown): boolean {
  const { code, responseCode, syscall, message } = error as Record<string, unknown>
  if (typeof responseCode === 'number' || !lostConnection.includes(String(code))) return true
  const neverConnected = syscall === 'connect' || syscall === 'getaddrinfo'
  return neverConnected || /^(Connection timeout|Greeting never received)/.test(String(message))
}

function textOf({ body, link }: Letter): string {
  return [body ?? '', link ? new URL(link, env.SITE_URL).href : ''].filter(Boolean).join('\n\n')
}
