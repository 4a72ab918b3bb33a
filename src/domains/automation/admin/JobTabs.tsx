'use client'

import { useEffect, useRef } from 'react'
import type { JobState } from '../jobs/jobStates'
import type { JobsSummary } from '../jobs/readJobsSummary'
import { type JobsQuery, screenSearch, stateNames } from './jobsQuery'

interface JobTabsProps {
  query: JobsQuery
  counts: JobsSummary['counts']
  onState: (state: JobState) => void
}

/** Links, so that each list can be opened beside another. */
export function JobTabs({ query, counts, onState }: JobTabsProps) {
  const tabs = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the chosen one may be out of sight
  useEffect(() => {
    const chosen = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (tabs.current && chosen) tabs.current.scrollLeft = chosen.offsetLeft - tabs.current.clientWidth / 3
  }, [query.state])
  return (
    <nav aria-label="State" className="mh-tabs" ref={tabs}>
      {(Object.keys(stateNames) as JobState[]).map((state) => (
        <a
          aria-current={state === query.state ? 'page' : undefined}
          className={`mh-tab mh-tab--${state}`}
          href={screenSearch({ ...query, state, job: '' })}
          key={state}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onState(state)
          }}
        >
          {stateNames[state]}{' '}
          <span className={counts[state] > 0 ? 'mh-tab__count' : 'mh-tab__count mh-tab__count--none'}>
            {counts[state].toLocaleString('en')}
            {state === 'done' ? (
              <span className="mh-visually-hidden">
                {' '}
                in the {query.span === 'day' ? 'last 24 hours' : 'last hour'}
              </span>
            ) : null}
          </span>
        </a>
      ))}
    </nav>
  )
}
