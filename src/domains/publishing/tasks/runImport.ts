import type { Task } from '@/src/platform/jobs'
import { giveUpRun } from '../importing/runs/giveUpRun'
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
  handler: async ({ req, input }) => {
    const { performRun } = await loadImporter()
    return { output: { state: await performRun(req, input) } }
  },
  whenGivenUp: giveUpRun,
}

/**
 * Workers alone run it. It needs threads, a compiler and the database's programs, which Next would bundle into the
 * site: it is told to leave this import as it is.
 */
function loadImporter() {
  return import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '../importing/runs/performRun')
}
