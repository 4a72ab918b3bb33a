import type { PayloadRequest } from 'payload'
import { type Job, ListJobsInput, listJobs, readQueueNumbers, sumOf } from '@/src/domains/automation'
import { isAdmin } from '@/src/platform/access'
import { poolOf } from '@/src/platform/payload/poolOf'

export interface Failures {
  total: number
  /** The latest. */
  jobs: Job[]
}

const jobCount = 5

/** Jobs that failed for good, for the panel's first page. Only administrators may read the queue. */
export async function readFailures(req: PayloadRequest): Promise<Failures> {
  if (!isAdmin(req)) return { total: 0, jobs: [] }
  const [numbers, { jobs }] = await Promise.all([
    readQueueNumbers(poolOf(req)),
    listJobs(req, ListJobsInput.parse({ state: 'failed', limit: jobCount })),
  ])
  return { total: sumOf(numbers).failed, jobs }
}
