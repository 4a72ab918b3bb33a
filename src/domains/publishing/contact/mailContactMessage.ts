import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'

/** Sends the mail of a message once; its Message-ID tells a mail server that a second one is the same. */
export async function mailContactMessage(
  req: PayloadRequest,
  { id }: { id: string },
): Promise<{ isSent: boolean }> {
  // The job acts for the site: no user may be there.
  const message = await req.payload.findByID({
    collection: 'contact-messages',
    id,
    disableErrors: true,
    depth: 0,
    ...asSystem(req),
  })
  if (!message || message.mailedAt) return { isSent: false }
  const name = oneLine(message.name)
  await req.payload.sendEmail({
    to: message.recipient,
    replyTo: { name, address: message.email },
    subject: `Message from ${name}`,
    messageId: `<contact-${id}@${new URL(env.SITE_URL).hostname}>`,
    text: `${message.message}\n\n${name} <${message.email}>\n${env.SITE_URL}${message.page ?? ''}`,
  })
  await settle(req, id, { mailedAt: now().toISOString(), mailError: null })
  return { isSent: true }
}

/** For a message whose mail was given up: it is still in the panel. */
export async function setMailFailed(
  req: PayloadRequest,
  { id, message }: { id: string; message: string },
): Promise<void> {
  await settle(req, id, { mailError: message })
}

async function settle(
  req: PayloadRequest,
  id: string,
  data: { mailedAt?: string; mailError: string | null },
): Promise<void> {
  // As above.
  await req.payload.update({ collection: 'contact-messages', id, data, depth: 0, ...asSystem(req) })
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
