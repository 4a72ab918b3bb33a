import type { Task } from '@/src/platform/jobs'
import { giveUpRun } from '../importing/runs/giveUpRun'
import { performRun } from '../importing/runs/performRun'
import type { StartRunInput } from '../importing/runs/schemas'

/** Looks at an upload, imports it or undoes that. Killed on the way, it goes on where it was. */
export const runImportTask: Task<{ input: StartRunInput; output: { state: string } }> = {
  slug: 'runImport',
  queue: 'maintenance',
  label: 'Import uploaded content',
  inputSchema: [
    { name: 'id', type: 'text', required: true },
    { name: 'act', type: 'text', required: true },
  ],
  outputSchema: [{ name: 'state', type: 'text', required: true }],
  retries: { attempts: 3, backoff: { type: 'exponential', delay: 5_000 } },
  timeoutSeconds: 12 * 60 * 60,
  handler: async ({ req, input }) => ({ output: { state: await performRun(req, input) } }),
  whenGivenUp: giveUpRun,
}
