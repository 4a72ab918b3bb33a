'use client'

import { useAuth } from '@payloadcms/ui'
import { sayMoment, sayOffset } from '@/src/platform/admin/localMoments'
import type { ScheduledJob } from '../../scheduling/sayScheduled'

const verbs = { publish: 'Publishes', unpublish: 'Withdraws' }
const failed = { publish: 'Could not be published', unpublish: 'Could not be withdrawn' }

/** A line of the plan, in a sentence. */
export function PlannedJob({ job, onRemove }: { job: ScheduledJob; onRemove: () => void }) {
  const { action, at, state, user, failure, mayChange } = job
  const { user: me } = useAuth<{ id: string }>()
  const isFailed = state === 'failed'
  return (
    <li className={`mh-schedule__job mh-schedule__job--${isFailed ? 'failed' : action}`}>
      <p className="mh-schedule__moment">
        {isFailed ? failed[action] : verbs[action]} <time dateTime={at}>{sayMoment(at)}</time>{' '}
        <span className="mh-schedule__zone">{sayOffset(new Date(at))}</span>
      </p>
      {failure ? <p className="mh-schedule__reason">{failure.message}</p> : null}
      <p className="mh-schedule__facts">
        {factsOf(state, me?.id === user.id ? 'you' : user.name)}
        {mayChange ? (
          <button
            aria-label={`${isFailed ? 'Dismiss' : 'Remove'}: ${verbs[action]} ${sayMoment(at)}`}
            className="mh-link-button"
            onClick={onRemove}
            type="button"
          >
            {isFailed ? 'Dismiss' : 'Remove'}
          </button>
        ) : null}
      </p>
    </li>
  )
}

function factsOf(state: ScheduledJob['state'], name: string | null): string {
  const who = name ? `Planned by ${name}` : 'Planned'
  switch (state) {
    case 'planned':
    case 'failed':
      return who
    case 'due':
      return `${who}; a worker takes it up now`
    case 'running':
      return `${who}; happening now`
    case 'retrying':
      return `${who}; tried again in a moment`
    default:
      return state satisfies never
  }
}
