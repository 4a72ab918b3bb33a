import type { Task } from '@/src/platform/jobs'
import {
  type ConfirmationInput,
  mailConfirmation,
  setConfirmationFailed,
} from '../newsletter/mailConfirmation'

/** Queued with each sign-up for the newsletter, also with those that are answered with no mail. */
export const mailConfirmationTask: Task<{ input: ConfirmationInput; output: { isSent: boolean } }> = {
  slug: 'mailConfirmation',
  queue: 'email',
  label: 'Ask a reader to confirm a subscription',
  inputSchema: [
    { name: 'id', type: 'text', required: true },
    { name: 'askedAt', type: 'text', required: true },
    { name: 'isDue', type: 'checkbox', required: true },
  ],
  outputSchema: [{ name: 'isSent', type: 'checkbox', required: true }],
  retries: { attempts: 8, backoff: { type: 'exponential', delay: 15_000 } },
  timeoutSeconds: 120,
  handler: async ({ req, input }) => ({ output: await mailConfirmation(req, input) }),
  whenGivenUp: (req, { input, message }) => setConfirmationFailed(req, { ...input, message }),
}
