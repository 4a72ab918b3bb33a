'use client'

import { useConfig } from '@payloadcms/ui'
import type { Undone } from '../../importing/runs/undoRun'
import { nounOf } from './importWords'

const reasons = {
  edited: 'was edited since',
  used: 'is used by other content',
  refused: 'could not be deleted: it is in use',
} as const

/** What undoing took away, and what it left with the reason. */
export function UndoneView({ undone: { removed, kept, keptCount } }: { undone: Undone }) {
  const { config } = useConfig()
  const taken = Object.entries(removed).filter(([, count]) => count > 0)
  return (
    <div className="mh-import__report">
      <h3>What was taken back</h3>
      <p>
        {taken.length > 0
          ? taken.map(([name, count]) => `${count} ${nounOf[name] ?? name}`).join(', ')
          : 'Nothing.'}
      </p>
      {keptCount > 0 ? (
        <>
          <h3>
            What was left <span className="mh-import__hint">{keptCount}</span>
          </h3>
          <ul>
            {kept.map(({ collection, id, title, reason }) => (
              <li key={`${collection}/${id}`}>
                <a href={`${config.routes.admin}/collections/${collection}/${id}`}>{title}</a>{' '}
                {reasons[reason]}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
