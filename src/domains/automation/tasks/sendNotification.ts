import type { Task } from '@/src/platform/jobs'
import { sendNotification, setNotificationFailed } from '../notifications/sendNotification'

/** Queued with each notification that goes by mail. */
export const sendNotificationTask: Task<{ input: { id: string }; output: { isSent: boolean } }> = {
  slug: 'sendNotification',
  queue: 'email',
  label: 'Send a notification by mail',
  inputSchema: [{ name: 'id', type: 'text', required: true }],
  outputSchema: [{ name: 'isSent', type: 'checkbox', required: true }],
  retries: { attempts: 6, backoff: { type: 'exponential', delay: 15_000 } },
  timeoutSeconds: 120,
  handler: async ({ req, input }) => ({ output: await sendNotification(req, input) }),
  whenGivenUp: (req, { input, message }) => setNotificationFailed(req, { ...input, message }),
}
