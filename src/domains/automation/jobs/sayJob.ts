/** One sentence about a job, for people who never read its input. */
import type { JobState } from './jobStates'

export interface SaidJob {
  state: JobState
  /** What is done, as `jobWords` says it. */
  doing: string
  /** Failures so far. */
  tries: number
  /** What the last failure said. */
  cause: string | null
  isParked: boolean
}

const causeLength = 240

export function sayJob({ state, doing, tries, cause, isParked }: SaidJob): string {
  const reason = cause ? `: ${shorten(cause)}` : '.'
  switch (state) {
    case 'running':
      return tries > 0 ? `${doing}, once more after ${times(tries, 'failure')}.` : `${doing}.`
    case 'waiting':
      return tries > 0 ? `${doing} failed ${timesIn(tries)} and is tried again${reason}` : `${doing}.`
    case 'later':
      return tries > 0 ? `${doing} failed ${timesIn(tries)} and will be tried again${reason}` : `${doing}.`
    case 'failed':
      if (isParked) return `${doing} was given up${reason.replace('It was given up: ', '')}`
      return `${doing} failed${tries > 1 ? ` after ${tries} tries` : ''}${reason}`
    case 'done':
      return tries > 0 ? `${doing} was done after ${times(tries, 'failure')}.` : `${doing} was done.`
    case 'cancelled':
      return `${doing} was cancelled.`
    default:
      return state satisfies never
  }
}

function timesIn(tries: number): string {
  return tries === 1 ? 'once' : tries === 2 ? 'twice' : `${tries} times`
}

function times(count: number, noun: string): string {
  return count === 1 ? `a ${noun}` : `${count} ${noun}s`
}

/** The first line of it, ending as a sentence does. */
function shorten(cause: string): string {
  const line = cause.trim().split('\n', 1)[0] ?? ''
  if (line.length > causeLength) return `${line.slice(0, causeLength).trimEnd()}…`
  return /[.!?…]$/.test(line) ? line : `${line}.`
}
