'use client'

import { useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { JobDetails } from '../jobs/findJob'
import type { Job } from '../jobs/jobRow'
import type { JobList } from '../jobs/listJobs'
import type { JobsSummary } from '../jobs/readJobsSummary'
import { CancelQuestion, cancelQuestion } from './CancelQuestion'
import { JobCharts } from './JobCharts'
import { JobFilters } from './JobFilters'
import { JobLine } from './JobLine'
import { JobsEmpty } from './JobsEmpty'
import { JobsHeader } from './JobsHeader'
import { JobTabs } from './JobTabs'
import { type JobsQuery, listSearch, screenSearch } from './jobsQuery'
import { QueueTable } from './QueueTable'
import { RetryAll } from './RetryAll'
import { useJobActs } from './useJobActs'
import { useLive } from './useLive'
import { WorkerList } from './WorkerList'

export interface JobsScreenProps {
  adminRoute: string
  apiRoute: string
  /** As the server read them for the first look. */
  query: JobsQuery
  summary: JobsSummary
  list: JobList
  tasks: { slug: string; label: string }[]
}

/** The screen itself: it reads the same API that operators use, every few seconds while somebody looks. */
export function JobsScreen({ adminRoute, apiRoute, tasks, ...first }: JobsScreenProps) {
  const [query, setQuery] = useState(first.query)
  const [isPaused, setPaused] = useState(false)
  const [resets, setResets] = useState(0)
  const [cancelling, setCancelling] = useState<Job | null>(null)
  const { openModal } = useModal()
  const api = `${apiRoute}/jobs`
  const summary = useLive(`${api}/summary?span=${query.span}`, first.summary, isPaused)
  const list = useLive(`${api}${listSearch(query)}`, first.list, isPaused)
  const acts = useJobActs(api, () => {
    list.refresh()
    summary.refresh()
  })
  const change = (changes: Partial<JobsQuery>) => setQuery((old) => ({ ...old, cursors: [], ...changes }))
  const open = (job: string) => change({ job: query.job === job ? '' : job, cursors: query.cursors })

  useEffect(() => {
    window.history.replaceState(window.history.state, '', screenSearch(query))
  }, [query])

  const { counts, queues, workers, rates } = summary.data
  const { jobs, nextCursor, at } = list.data
  const isElsewhere = query.job !== '' && !jobs.some(({ id }) => id === query.job)
  const askToCancel = (job: Job) => {
    setCancelling(job)
    openModal(cancelQuestion)
  }
  const line = { adminRoute, api, acts, onOpen: open, onCancel: askToCancel, isPaused }
  return (
    <>
      <JobsHeader
        counts={counts}
        isAtFailed={query.state === 'failed' && jobs.length > 0}
        isPaused={isPaused}
        onFailed={() => {
          change({ state: 'failed', queue: '', task: '', search: '' })
          setResets((count) => count + 1)
        }}
        onPause={() => setPaused((was) => !was)}
        trouble={summary.trouble ?? list.trouble}
        workers={workers}
      />
      <CancelQuestion acts={acts} job={cancelling} />
      <div className="mh-jobs__columns">
        <JobCharts onSpan={(span) => change({ span })} rates={rates} span={query.span} />
        <div className="mh-jobs__main">
          {isElsewhere ? <OpenedJob {...line} id={query.job} key={query.job} /> : null}
          <section aria-label="Jobs" className="mh-card">
            <JobTabs counts={counts} onState={(state) => change({ state })} query={query} />
            <JobFilters key={resets} onChange={change} query={query} queues={queues} tasks={tasks}>
              {query.state === 'failed' && counts.failed > 0 ? (
                <RetryAll acts={acts} failed={counts.failed} query={query} />
              ) : null}
            </JobFilters>
            <ul aria-busy={list.isStale} className="mh-job-list">
              {jobs.map((job) => (
                <JobLine {...line} isOpen={job.id === query.job} job={job} key={job.id} now={at} />
              ))}
            </ul>
            {jobs.length === 0 ? <JobsEmpty isBusy={list.isStale} query={query} /> : null}
            <Pages
              hasNext={nextCursor !== null}
              onNext={() => change({ cursors: [...query.cursors, nextCursor ?? ''] })}
              onPrevious={() => change({ cursors: query.cursors.slice(0, -1) })}
              page={query.cursors.length}
            />
          </section>
        </div>
        <aside className="mh-jobs__aside">
          <WorkerList workers={workers} />
          <QueueTable chosen={query.queue} onChoose={(queue) => change({ queue })} queues={queues} />
        </aside>
      </div>
    </>
  )
}

interface OpenedJobProps extends Omit<Parameters<typeof JobLine>[0], 'job' | 'now' | 'isOpen'> {
  id: string
}

/** A job that somebody opened and that is not in the list, because it is in another state by now. */
function OpenedJob({ id, ...line }: OpenedJobProps) {
  const { data } = useLive<{ job: JobDetails } | null>(`${line.api}/${id}`, null, line.isPaused)
  if (!data) return null
  return (
    <section aria-label="The job you opened" className="mh-card">
      <ul className="mh-job-list">
        <JobLine {...line} isOpen job={data.job} now={data.job.at} />
      </ul>
    </section>
  )
}

interface PagesProps {
  page: number
  hasNext: boolean
  onPrevious: () => void
  onNext: () => void
}

function Pages({ page, hasNext, onPrevious, onNext }: PagesProps) {
  if (page === 0 && !hasNext) return null
  return (
    <div className="mh-jobs__pages">
      <button disabled={page === 0} onClick={onPrevious} type="button">
        Back
      </button>
      <span>Page {page + 1}</span>
      <button disabled={!hasNext} onClick={onNext} type="button">
        Further
      </button>
    </div>
  )
}
