'use client'

import type { QueueNumbers } from '../jobs/readQueueNumbers'
import { sayRoughly } from './spoken'

interface QueueTableProps {
  queues: QueueNumbers[]
  /** The one that the list shows alone. */
  chosen: string
  onChoose: (queue: string) => void
}

export function QueueTable({ queues, chosen, onChoose }: QueueTableProps) {
  return (
    <section className="mh-card">
      <header className="mh-card__head">
        <h2 className="mh-card__title">Queues</h2>
      </header>
      <table className="mh-queues">
        <thead>
          <tr>
            <th scope="col">Queue</th>
            <th scope="col">Runs</th>
            <th scope="col">Waits</th>
            <th scope="col">Failed</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, running, waiting, later, failed, oldestSeconds }) => (
            <tr key={queue}>
              <th scope="row">
                <button
                  aria-pressed={chosen === queue}
                  onClick={() => onChoose(chosen === queue ? '' : queue)}
                  type="button"
                >
                  {queue}
                </button>
              </th>
              <td>{numeral(running)}</td>
              <td>
                {numeral(waiting)}
                {oldestSeconds === null ? null : (
                  <span className="mh-queues__age">{sayRoughly(Math.round(oldestSeconds))}</span>
                )}
                {later > 0 ? (
                  <span className="mh-queues__age">+{later.toLocaleString('en')} later</span>
                ) : null}
              </td>
              <td className={failed > 0 ? 'mh-queues__failed' : undefined}>{numeral(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function numeral(count: number) {
  return <span className={count === 0 ? 'mh-queues__none' : undefined}>{count.toLocaleString('en')}</span>
}
