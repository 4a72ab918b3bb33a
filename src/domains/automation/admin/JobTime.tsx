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
      return { at: startedAt, words: sayFor('for', startedAt, now) ?? 'just begun' }
    case 'waiting':
      return { at: dueAt, words: sayFor('due for', dueAt, now) ?? 'due now' }
    case 'later':
      return {
        at: dueAt,
        words: dueAt ? `in ${sayDuration(Math.max(1, Math.round((Date.parse(dueAt) - now) / 1000)))}` : '',
      }
    default:
      return { at: endedAt, words: endedAt ? sayAgo((now - Date.parse(endedAt)) / 1000) : '' }
  }
}

/** @returns null for less than a second. */
function sayFor(preposition: string, at: string | null, now: number): string | null {
  const seconds = at ? Math.round((now - Date.parse(at)) / 1000) : 0
  return seconds >= 1 ? `${preposition} ${sayDuration(seconds)}` : null
}

export function fullDate(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
}
