import type { PayloadRequest } from 'payload'
import { asSystem, asUser } from '@/src/platform/authority'
import { env } from '@/src/platform/env'
import { AppError, NotFoundError } from '@/src/platform/errors'
import { queueJob } from '@/src/platform/jobs'
import { takeTurn } from '@/src/platform/limits/takeTurn'
import { inTransaction } from '@/src/platform/payload/inTransaction'
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
 * @param address of the visitor, as the front settled it.
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
  await inTransaction(req, async () => {
    const isTaken = await takeTurn(req, { act: 'contact', address, hourly: hourlyMessages })
    if (!isTaken) throw new TooManyMessagesError()
    // Whoever writes may not read or make rows; the form itself does.
    const { id } = await req.payload.create({
      collection: 'contact-messages',
      data: { ...message, page: pagePath(page), recipient: block.email || env.ADMIN_EMAIL },
      depth: 0,
      ...asSystem(req),
    })
    await queueJob(req, { task: 'mailContactMessage', input: { id } })
  })
}
