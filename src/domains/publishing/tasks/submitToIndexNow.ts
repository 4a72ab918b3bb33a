import type { Task } from '@/src/platform/jobs'
import { submitPath } from '../seo/indexNow/submitPath'

/** Tells search engines of an address that changed. They may ask for a pause: retried for about an hour. */
export const submitToIndexNowTask: Task<{ input: { path: string }; output: { url: string } }> = {
  slug: 'submitToIndexNow',
  queue: 'webhooks',
  label: 'Tell search engines of a change',
  inputSchema: [{ name: 'path', type: 'text', required: true }],
  outputSchema: [{ name: 'url', type: 'text', required: true }],
  retries: { attempts: 6, backoff: { type: 'exponential', delay: 60_000 } },
  timeoutSeconds: 60,
  handler: async ({ req, input }) => ({ output: await submitPath(req, input) }),
}
