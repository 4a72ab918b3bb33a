'use client'

import { sayMoment } from '@/src/platform/admin/localMoments'
import type { Job } from '../jobs/jobRow'
import { sayAgo, sayDuration } from './spoken'
import { useIsHydrated } from './useIsHydrated'

interface JobTimeProps {
  job: Job
  /** The database's clock when the job was read; the browser's may be wrong. */
  now: string
}

/** When it is due, since when it runs, or when it ended, in a few words; the whole date when pointed at. */
export function JobTime({ job, now }: JobTimeProps) {
  const { at, words } = timeOf(job, Date.parse(now))
  const isHydrated = useIsHydrated()
  if (!at) return null
  return (
    <time dateTime={at} title={isHydrated ? fullDate(at) : undefined}>
      {words}
      {isHydrated && job.state === 'later' ? ` (${sayMoment(at)})` : ''}
    </time>
  )
}

function timeOf(
  { state, dueAt, startedAt, endedAt }: Job,
  now: number,
): { at: string | null; words: string } {
  switch (state) {
    case 'running':
      return { at: startedAt, words: `for ${since(startedAt, now)}` }
    case 'waiting':
      return { at: dueAt, words: `due for ${since(dueAt, now)}` }
    case 'later':
      return { at: dueAt, words: dueAt ? `in ${since(new Date(now).toISOString(), Date.parse(dueAt))}` : '' }
    default:
      return { at: endedAt, words: endedAt ? sayAgo((now - Date.parse(endedAt)) / 1000) : '' }
  }
}

function since(at: string | null, now: number): string {
  return at ? sayDuration(Math.max(0, Math.round((now - Date.parse(at)) / 1000))) : ''
}

export function fullDate(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
}
