'use client'

import { ConfirmationModal, useModal } from '@payloadcms/ui'
import type { Job } from '../jobs/jobRow'
import { JobDetail } from './JobDetail'
import { JobTime } from './JobTime'
import { stateNames } from './jobsQuery'
import type { JobActs } from './useJobActs'

interface JobLineProps {
  adminRoute: string
  api: string
  acts: JobActs
  job: Job
  now: string
  isOpen: boolean
  isPaused: boolean
  onOpen: (id: string) => void
}

export function JobLine({ adminRoute, api, acts, job, now, isOpen, isPaused, onOpen }: JobLineProps) {
  const { id, state, sentence, queue, taskLabel, worker, tries } = job
  const detailsId = `job-${id}`
  return (
    <li className={`mh-job mh-job--${state}`}>
      <div className="mh-job__line">
        <button
          aria-controls={detailsId}
          aria-expanded={isOpen}
          className="mh-job__open"
          onClick={() => onOpen(id)}
          type="button"
        >
          <span className="mh-job__state">
            <span className="mh-visually-hidden">{stateNames[state]}: </span>
          </span>
          <span className="mh-job__sentence">{sentence}</span>
          <span className="mh-job__facts">
            <JobTime job={job} now={now} />
            <span>{queue}</span>
            <span>{taskLabel}</span>
            {worker ? <span>on {worker}</span> : null}
            {tries > 1 && state !== 'failed' ? <span>{tries} failures</span> : null}
          </span>
        </button>
        <Acts acts={acts} job={job} />
      </div>
      <div id={detailsId}>
        {isOpen ? <JobDetail adminRoute={adminRoute} api={api} isPaused={isPaused} job={job} /> : null}
      </div>
    </li>
  )
}

function Acts({ acts, job }: { acts: JobActs; job: Job }) {
  const { openModal } = useModal()
  const modalSlug = `cancel-job-${job.id}`
  const isBusy = acts.busy === job.id
  if (job.isRetryable)
    return (
      <button className="mh-act" disabled={isBusy} onClick={() => acts.retry(job)} type="button">
        Retry
      </button>
    )
  if (!job.isCancellable) return null
  return (
    <>
      <button className="mh-act" disabled={isBusy} onClick={() => openModal(modalSlug)} type="button">
        Cancel
      </button>
      <ConfirmationModal
        body={`${job.sentence} It is taken off the queue${
          job.state === 'running' ? ', and what it still writes is refused' : ''
        }.`}
        cancelLabel="Leave it"
        confirmLabel="Cancel the job"
        heading="Cancel this job?"
        modalSlug={modalSlug}
        onConfirm={() => acts.cancel(job)}
      />
    </>
  )
}
