import type { TaskConfig } from 'payload'
import { makeRenditions } from '../makeRenditions'

/** Queued with every upload; doing it twice makes nothing more. */
export const makeRenditionsTask: TaskConfig<{ input: { id: string }; output: { made: number } }> = {
  slug: 'makeRenditions',
  label: 'Draw the sizes of a picture',
  inputSchema: [{ name: 'id', type: 'text', required: true }],
  outputSchema: [{ name: 'made', type: 'number', required: true }],
  retries: { attempts: 4, backoff: { type: 'exponential', delay: 2000 } },
  handler: async ({ req, input }) => ({ output: await makeRenditions(req, input) }),
}
