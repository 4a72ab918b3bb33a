import type { PayloadRequest } from 'payload'
import { retryJob } from '@/src/platform/jobs'
import { JobNotFailedError } from './errors'
import { findJob, type JobDetails } from './findJob'

/**
 * Has a failed job run again from the start.
 * @throws NotFoundError
 * @throws JobNotFailedError JOB_NOT_FAILED
 */
export async function retryFailedJob(req: PayloadRequest, { id }: { id: string }): Promise<JobDetails> {
  const isDone = await retryJob(req, id)
  const job = await findJob(req, { id })
  if (!isDone) throw new JobNotFailedError(job.state)
  return job
}
