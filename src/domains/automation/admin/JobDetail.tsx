'use client'

import { Link } from '@payloadcms/ui'
import type { JobDetails, JobTry } from '../jobs/findJob'
import type { Job } from '../jobs/jobRow'
import { fullDate } from './JobTime'
import { sayDuration } from './spoken'
import { useLive } from './useLive'

interface JobDetailProps {
  adminRoute: string
  api: string
  job: Job
  isPaused: boolean
}

/** The cause of a failure, each try, and what the job was given; what only a developer reads is folded. */
export function JobDetail({ adminRoute, api, job, isPaused }: JobDetailProps) {
  const { data, trouble } = useLive<{ job: JobDetails } | null>(`${api}/${job.id}`, null, isPaused)
  if (!data) return <p className="mh-job__wait">{trouble ?? 'Looking…'}</p>
  const { cause, code, documents, history, input, stack, createdAt, crashes, id } = data.job
  return (
    <div className="mh-job__details">
      {cause ? (
        <p className="mh-job__cause">
          {cause} {code ? <code>{code}</code> : null}
        </p>
      ) : null}
      {documents.length > 0 ? (
        <p className="mh-job__documents">
          {documents.map(({ collection, id, title, isGone }) =>
            isGone ? (
              <span key={id}>The document is gone.</span>
            ) : (
              <Link href={`${adminRoute}/collections/${collection}/${id}`} key={id} prefetch={false}>
                Open {title ? `“${title}”` : 'the document'}
              </Link>
            ),
          )}
        </p>
      ) : null}
      <History cause={cause} history={history} />
      {crashes > 0 ? (
        <p className="mh-job__crashes">
          {crashes === 1 ? 'One worker' : `${crashes} workers`} ended while they ran it.
        </p>
      ) : null}
      {stack ? (
        <details className="mh-job__fold">
          <summary>Stack of the last failure</summary>
          <pre>{stack}</pre>
        </details>
      ) : null}
      <details className="mh-job__fold">
        <summary>What it was given</summary>
        <pre>{JSON.stringify(input, null, 2)}</pre>
      </details>
      <p className="mh-job__id">
        Job <code>{id}</code>, queued {fullDate(createdAt)}
      </p>
    </div>
  )
}

function History({ history, cause }: { history: JobTry[]; cause: string | null }) {
  if (history.length === 0) return null
  return (
    <ol aria-label="Tries, the latest first" className="mh-tries">
      {history.map((run) => (
        <li className={`mh-try mh-try--${run.outcome}`} key={`${run.startedAt}${run.endedAt}${run.message}`}>
          <time dateTime={run.startedAt}>{fullDate(run.startedAt)}</time> <span>{sayTry(run, cause)}</span>
        </li>
      ))}
    </ol>
  )
}

/** What every try said is said once, above. */
function sayTry(
  { outcome, startedAt, endedAt, message, isBeforeRetry }: JobTry,
  cause: string | null,
): string {
  const seconds = Math.max(0, (Date.parse(endedAt) - Date.parse(startedAt)) / 1000)
  const what =
    outcome === 'failed' ? `failed after ${sayDuration(seconds)}` : `done in ${sayDuration(seconds)}`
  const why = outcome === 'failed' && message && message !== cause ? `: ${message}` : ''
  return `${what}${why}${isBeforeRetry ? ' (before somebody had it tried again)' : ''}`
}
