/** What the jobs screen shows, as its address says it: a link to it shows the same to a colleague. */
import type { JobState } from '../jobs/jobStates'
import type { Span } from '../jobs/readJobRates'

export interface JobsQuery {
  state: JobState
  queue: string
  task: string
  search: string
  span: Span
  /** The one whose details are open. */
  job: string
  /** Cursors of the pages before this one; the last is this one's. */
  cursors: string[]
}

/** In the order of the tabs. */
export const stateNames: Record<JobState, string> = {
  running: 'Running',
  waiting: 'Waiting',
  later: 'Due later',
  failed: 'Failed',
  done: 'Done',
  cancelled: 'Cancelled',
}

export function parseQuery(
  params: Record<string, string | string[] | undefined>,
  state: JobState,
): JobsQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  const given = text('state')
  return {
    state: given in stateNames ? (given as JobState) : state,
    queue: text('queue'),
    task: text('task'),
    search: text('search'),
    span: text('span') === 'day' ? 'day' : 'hour',
    job: /^[\da-f-]{36}$/i.test(text('job')) ? text('job') : '',
    cursors: [],
  }
}

/** Of the screen; pages further down are not worth a link, for they move. */
export function screenSearch({ state, queue, task, search, span, job }: JobsQuery): string {
  return `?${paramsOf({ state, queue, task, search, span: span === 'day' ? span : '', job })}`
}

/** Of the API, for the list. */
export function listSearch({ state, queue, task, search, cursors }: JobsQuery): string {
  return `?${paramsOf({ state, queue, task, search, cursor: cursors.at(-1) ?? '' })}`
}

function paramsOf(values: Record<string, string>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
}
