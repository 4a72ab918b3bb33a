'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { QueueNumbers } from '../jobs/readQueueNumbers'
import type { JobsQuery } from './jobsQuery'

interface JobFiltersProps {
  query: JobsQuery
  queues: QueueNumbers[]
  tasks: { slug: string; label: string }[]
  onChange: (changes: Partial<JobsQuery>) => void
  /** What can be done with all that is shown. */
  children: ReactNode
}

const typingMs = 300

export function JobFilters({ query, queues, tasks, onChange, children }: JobFiltersProps) {
  const [search, setSearch] = useState(query.search)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing begins a search
  useEffect(() => {
    if (search.trim() === query.search) return
    const timer = setTimeout(() => onChange({ search: search.trim() }), typingMs)
    return () => clearTimeout(timer)
  }, [search])

  return (
    <div className="mh-jobs__filters">
      <label>
        <span className="mh-visually-hidden">Search by title, input, failure or id</span>
        <input
          onChange={({ target }) => setSearch(target.value)}
          placeholder="Search a title, a failure, an id"
          type="search"
          value={search}
        />
      </label>
      <label>
        <span className="mh-visually-hidden">Queue</span>
        <select onChange={({ target }) => onChange({ queue: target.value })} value={query.queue}>
          <option value="">All queues</option>
          {queues.map(({ queue }) => (
            <option key={queue} value={queue}>
              {queue}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="mh-visually-hidden">Kind of job</span>
        <select onChange={({ target }) => onChange({ task: target.value })} value={query.task}>
          <option value="">All kinds</option>
          {tasks.map(({ slug, label }) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  )
}
