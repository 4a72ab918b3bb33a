import type { Task } from '@/src/platform/jobs'
import { makeRenditions } from '../makeRenditions'

/** Queued with every upload; doing it twice makes nothing more. */
export const makeRenditionsTask: Task<{ input: { id: string }; output: { made: number } }> = {
  slug: 'makeRenditions',
  queue: 'maintenance',
  label: 'Draw the sizes of a picture',
  inputSchema: [{ name: 'id', type: 'text', required: true }],
  outputSchema: [{ name: 'made', type: 'number', required: true }],
  retries: { attempts: 4, backoff: { type: 'exponential', delay: 2000 } },
  handler: async ({ req, input }) => ({ output: await makeRenditions(req, input) }),
}
