import { jobOf, type Task } from '@/src/platform/jobs'
import { type Pruned, pruneJobs } from '../jobs/pruneJobs'

/** Every night; what an interrupted run left is taken by the next. */
export const pruneJobsTask: Task<{ input: object; output: Pruned }> = {
  slug: 'pruneJobs',
  queue: 'maintenance',
  label: 'Clear away old jobs',
  inputSchema: [],
  outputSchema: [
    { name: 'done', type: 'number', required: true },
    { name: 'failed', type: 'number', required: true },
  ],
  retries: { attempts: 3, backoff: { type: 'exponential', delay: 60_000 } },
  timeoutSeconds: 1_800,
  handler: async ({ req }) => ({ output: await pruneJobs(req, { signal: jobOf(req).signal }) }),
}
