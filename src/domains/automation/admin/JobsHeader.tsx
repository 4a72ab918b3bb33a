'use client'

import type { WorkerSign } from '@/src/platform/worker/listWorkers'
import type { JobsSummary } from '../jobs/readJobsSummary'
import { sayCount, sayDuration } from './spoken'

interface JobsHeaderProps {
  counts: JobsSummary['counts']
  workers: WorkerSign[]
  /** Why the screen could not be brought up to date. */
  trouble: string | null
  /** Whether the failed ones are what is shown already. */
  isAtFailed: boolean
  isPaused: boolean
  onPause: () => void
  onFailed: () => void
}

export function JobsHeader({
  counts,
  workers,
  trouble,
  isAtFailed,
  isPaused,
  onPause,
  onFailed,
}: JobsHeaderProps) {
  const isWorking = workers.some(({ state }) => state !== 'stale')
  return (
    <div className="mh-jobs__head">
      <div>
        <h1 className="mh-jobs__title">Jobs</h1>
        <p className="mh-jobs__summary">{sayQueue(counts)}</p>
      </div>
      <button aria-pressed={!isPaused} className="mh-live" onClick={onPause} type="button">
        <span aria-hidden className="mh-live__dot" />
        {isPaused ? 'Paused' : 'Live'}
      </button>
      <div aria-live="polite" className="mh-jobs__notices">
        {trouble ? <p className="mh-notice mh-notice--bad">{trouble}</p> : null}
        {isWorking ? null : (
          <p className="mh-notice mh-notice--bad">
            No worker is running: what is due waits. Start one with <code>npm run worker</code>.
          </p>
        )}
        {counts.failed > 0 ? (
          <p className="mh-notice mh-notice--bad">
            {counts.failed === 1 ? 'One job failed' : `${counts.failed.toLocaleString('en')} jobs failed`} for
            good and will not be tried again by {counts.failed === 1 ? 'itself' : 'themselves'}.{' '}
            {isAtFailed ? null : (
              <button className="mh-notice__act" onClick={onFailed} type="button">
                See why
              </button>
            )}
          </p>
        ) : null}
      </div>
    </div>
  )
}

function sayQueue({ running, waiting, later, oldestSeconds }: JobsSummary['counts']): string {
  const parts = [
    running > 0 ? `${sayCount(running, 'job')} running` : '',
    waiting > 0 ? `${waiting.toLocaleString('en')} waiting${sayAge(oldestSeconds)}` : '',
    later > 0 ? `${later.toLocaleString('en')} due later` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing runs and nothing waits.'
}

function sayAge(seconds: number | null): string {
  return seconds !== null && seconds >= 1 ? `, the longest for ${sayDuration(Math.round(seconds))}` : ''
}
