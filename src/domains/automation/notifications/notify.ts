import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { queueJob } from '@/src/platform/jobs'

export interface NotifyInput {
  /** An account. One that is gone or disabled is told nothing. */
  user: string
  /** What it is about, such as `publication-failed`; an open set. */
  type: string
  subject: string
  body: string
  /** A path of this site that has more. */
  link?: string
}

/**
 * Tells one person something, in the panel's inbox and, where their account wants mail, by mail: all in the caller's
 * transaction, so that nothing is told of what did not happen.
 * @returns whether there was somebody to tell.
 */
export async function notify(req: PayloadRequest, { user, ...message }: NotifyInput): Promise<boolean> {
  // Whom the site tells something does not depend on who made it happen; nobody may write these rows by hand.
  const account = await req.payload.findByID({
    collection: 'users',
    id: user,
    disableErrors: true,
    depth: 0,
    select: { disabledAt: true, emailPreferences: true },
    ...asSystem(req),
  })
  if (!account || account.disabledAt) return false
  const isMailWanted = account.emailPreferences?.notifications !== false
  await req.payload.create({
    collection: 'notifications',
    data: { ...message, user, channel: 'in-app', status: 'sent', sentAt: now().toISOString() },
    depth: 0,
    ...asSystem(req),
  })
  if (!isMailWanted) return true
  const { id } = await req.payload.create({
    collection: 'notifications',
    data: { ...message, user, channel: 'email', status: 'pending' },
    depth: 0,
    ...asSystem(req),
  })
  await queueJob(req, { task: 'sendNotification', input: { id } })
  return true
}
