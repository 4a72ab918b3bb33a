'use client'

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
  /** Asked for; it is cancelled when the question is answered. */
  onCancel: (job: Job) => void
}

export function JobLine({ acts, job, now, isOpen, onOpen, onCancel, ...detail }: JobLineProps) {
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
        <Act acts={acts} job={job} onCancel={onCancel} />
      </div>
      <div id={detailsId}>{isOpen ? <JobDetail {...detail} job={job} /> : null}</div>
    </li>
  )
}

function Act({ acts, job, onCancel }: Pick<JobLineProps, 'acts' | 'job' | 'onCancel'>) {
  const isBusy = acts.busy === job.id
  if (job.isRetryable)
    return (
      <button className="mh-act" disabled={isBusy} onClick={() => acts.retry(job)} type="button">
        Retry
      </button>
    )
  if (!job.isCancellable) return null
  return (
    <button className="mh-act" disabled={isBusy} onClick={() => onCancel(job)} type="button">
      Cancel
    </button>
  )
}
