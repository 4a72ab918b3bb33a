'use client'

import type { JobState } from '../jobs/jobStates'
import type { JobsQuery } from './jobsQuery'

const sentences: Record<JobState, string> = {
  running: 'Nothing runs at this moment. Jobs are usually done within a second, so look under “Done”.',
  waiting: 'Nothing waits: every job that was due has found a worker.',
  later: 'Nothing is planned. A scheduled publication, or the next try of a job that failed, appears here.',
  failed: 'Nothing has failed. A job that gives up after all its tries is kept here, with the reason.',
  done: 'Nothing was done of late. Upload a picture or schedule an article, and its job appears here.',
  cancelled: 'Nothing was cancelled. What somebody takes off the queue is kept here for 30 days.',
}

export function JobsEmpty({ query, isBusy }: { query: JobsQuery; isBusy: boolean }) {
  if (isBusy) return <p className="mh-jobs__empty">Looking…</p>
  const { state, search, queue, task, cursors } = query
  const isFiltered = Boolean(search || queue || task)
  if (isFiltered)
    return <p className="mh-jobs__empty">No job in this list fits. Try fewer words, or all queues.</p>
  if (cursors.length > 0) return <p className="mh-jobs__empty">There is nothing further.</p>
  return <p className="mh-jobs__empty">{sentences[state]}</p>
}
