import type { Task } from '@/src/platform/jobs'
import { mailContactMessage, setMailFailed } from '../contact/mailContactMessage'

/** Queued with each message that a visitor leaves. */
export const mailContactMessageTask: Task<{ input: { id: string }; output: { isSent: boolean } }> = {
  slug: 'mailContactMessage',
  queue: 'email',
  label: 'Send a visitor’s message by mail',
  inputSchema: [{ name: 'id', type: 'text', required: true }],
  outputSchema: [{ name: 'isSent', type: 'checkbox', required: true }],
  retries: { attempts: 8, backoff: { type: 'exponential', delay: 15_000 } },
  timeoutSeconds: 120,
  handler: async ({ req, input }) => ({ output: await mailContactMessage(req, input) }),
  whenGivenUp: (req, { input, message }) => setMailFailed(req, { ...input, message }),
}
