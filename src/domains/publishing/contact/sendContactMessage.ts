import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { asSystem, asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'
import { AppError, NotFoundError } from '@/src/platform/errors'
import { queueJob } from '@/src/platform/jobs'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'
import { pagePath } from '../paths'
import type { ContactMessageInput } from './schemas'

/** Messages of one visitor, and of all together, that are taken in an hour: a form is open to anybody. */
export const hourlyMessages = { visitor: 5, site: 200 }

export class TooManyMessagesError extends AppError {
  constructor() {
    super('TOO_MANY_MESSAGES', 'Too many messages came in. Try again in an hour, or write a mail.', 429)
  }
}

/**
 * Keeps what a visitor wrote and queues the mail that tells of it, both or neither.
 * @param address of the visitor, as the front settled it; only a hash of it is kept, which changes every day.
 * @throws NotFoundError where no published page has the form; TooManyMessagesError.
 */
export async function sendContactMessage(
  req: PayloadRequest,
  { page: pageId, block: blockId, website, ...message }: ContactMessageInput,
  address: string,
): Promise<void> {
  const page = await req.payload.findByID({
    collection: 'pages',
    id: pageId,
    disableErrors: true,
    depth: 0,
    ...asUser(req),
  })
  const block = page?.layout?.find(({ id, blockType }) => id === blockId && blockType === 'contactForm')
  if (!page || block?.blockType !== 'contactForm') throw new NotFoundError('Form')
  // A machine is told what it hopes to hear.
  if (website) return
  const visitor = hashOf(address)
  await inTransaction(req, async () => {
    await lockInTransaction(req, 'contact-messages')
    await refuseFloods(req, visitor)
    // Whoever writes may not read or make rows; the form itself does.
    const { id } = await req.payload.create({
      collection: 'contact-messages',
      data: { ...message, visitor, page: pagePath(page), recipient: block.email || env.ADMIN_EMAIL },
      depth: 0,
      ...asSystem(req),
    })
    await queueJob(req, { task: 'mailContactMessage', input: { id } })
  })
}

async function refuseFloods(req: PayloadRequest, visitor: string): Promise<void> {
  const hourAgo = new Date(now().getTime() - 3_600_000).toISOString()
  const recent = { createdAt: { greater_than: hourAgo } }
  // Counted for the site's own protection, whoever writes.
  const count = (where: object) =>
    req.payload.count({ collection: 'contact-messages', where: { ...recent, ...where }, ...asSystem(req) })
  const own = await count({ visitor: { equals: visitor } })
  if (own.totalDocs >= hourlyMessages.visitor) throw new TooManyMessagesError()
  const all = await count({})
  if (all.totalDocs >= hourlyMessages.site) throw new TooManyMessagesError()
}

function hashOf(address: string): string {
  const day = now().toISOString().slice(0, 10)
  return createHmac('sha256', env.PAYLOAD_SECRET).update(`contact:${day}:${address}`).digest('base64url')
}
