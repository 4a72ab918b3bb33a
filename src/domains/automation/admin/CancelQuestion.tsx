'use client'

import { ConfirmationModal } from '@payloadcms/ui'
import type { Job } from '../jobs/jobRow'
import type { JobActs } from './useJobActs'

export const cancelQuestion = 'cancel-job'

/** One for all lines: a list that changes meanwhile does not take it away. */
export function CancelQuestion({ acts, job }: { acts: JobActs; job: Job | null }) {
  if (!job) return null
  const isRunning = job.state === 'running'
  return (
    <ConfirmationModal
      body={`${job.sentence} It is taken off the queue${isRunning ? ', and what it still writes is refused' : ''}.`}
      cancelLabel="Leave it"
      confirmLabel="Cancel the job"
      heading="Cancel this job?"
      modalSlug={cancelQuestion}
      onConfirm={() => acts.cancel(job)}
    />
  )
}
