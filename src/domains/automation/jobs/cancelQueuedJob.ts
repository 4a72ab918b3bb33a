import type { PayloadRequest } from 'payload'
import { cancelJob } from '@/src/platform/jobs'
import { JobOverError } from './errors'
import { findJob, type JobDetails } from './findJob'

/**
 * Takes a job off the queue. One that runs is told to stop, and what it still writes is refused.
 * @throws NotFoundError
 * @throws JobOverError JOB_OVER
 */
export async function cancelQueuedJob(req: PayloadRequest, { id }: { id: string }): Promise<JobDetails> {
  const isDone = await cancelJob(req, id)
  const job = await findJob(req, { id })
  if (!isDone) throw new JobOverError(job.state)
  return job
}
