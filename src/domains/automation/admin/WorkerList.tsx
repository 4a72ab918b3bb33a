'use client'

import type { WorkerSign } from '@/src/platform/worker/listWorkers'
import { sayAgo } from './spoken'

const words: Record<WorkerSign['state'], string> = {
  working: 'at work',
  draining: 'finishing, then it stops',
  stale: 'silent: killed, or it hangs',
}

export function WorkerList({ workers }: { workers: WorkerSign[] }) {
  return (
    <section className="mh-card">
      <header className="mh-card__head">
        <h2 className="mh-card__title">
          Workers<span className="mh-card__count">{workers.length}</span>
        </h2>
      </header>
      {workers.length === 0 ? (
        <p className="mh-card__empty">
          None is running, and jobs wait. Start one with <code>npm run worker</code>; “npm start” brings one
          along.
        </p>
      ) : null}
      <ul className="mh-workers">
        {workers.map((worker) => (
          <Worker key={worker.id} worker={worker} />
        ))}
      </ul>
    </section>
  )
}

function Worker({ worker }: { worker: WorkerSign }) {
  const { host, pid, state, running, concurrency, queues, seenSecondsAgo } = worker
  return (
    <li className={`mh-worker mh-worker--${state}`}>
      <span aria-hidden className="mh-system__dot" />
      <span className="mh-worker__name">
        {host} <span className="mh-worker__pid">{pid}</span>
      </span>
      <span className="mh-worker__load">
        <meter
          aria-label={`${running} of ${concurrency} places taken`}
          max={concurrency}
          min={0}
          value={Math.min(running, concurrency)}
        />
        {running}/{concurrency}
      </span>
      <span className="mh-worker__facts">
        {words[state]} · seen {sayAgo(seenSecondsAgo)} ·{' '}
        {queues.length > 0 ? queues.join(', ') : 'all queues'}
      </span>
    </li>
  )
}
