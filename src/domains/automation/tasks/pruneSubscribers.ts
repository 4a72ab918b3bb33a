import type { Task } from '@/src/platform/jobs'
import { pruneSubscribers } from '../newsletter/pruneSubscribers'

/** Every night. */
export const pruneSubscribersTask: Task<{ input: object; output: { forgotten: number } }> = {
  slug: 'pruneSubscribers',
  queue: 'maintenance',
  label: 'Forget addresses that were never confirmed',
  inputSchema: [],
  outputSchema: [{ name: 'forgotten', type: 'number', required: true }],
  retries: { attempts: 3, backoff: { type: 'exponential', delay: 60_000 } },
  timeoutSeconds: 300,
  handler: async ({ req }) => ({ output: await pruneSubscribers(req) }),
}
