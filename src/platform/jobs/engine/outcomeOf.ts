import { now } from '@/src/platform/clock'
import { FinalJobError } from '../errors'
import type { Claim } from './Claim'
import { crashLimit } from './JobStore'
import type { Outcome, OutcomeLog } from './settleStatement'

/** What Payload's runner wants written about a job. */
export interface RunnerWrite {
  completedAt?: string | null
  processing?: boolean
  hasError?: boolean
  error?: unknown
  totalTried?: number
  waitUntil?: string | null
  log?: { $push?: Record<string, unknown> } | unknown[]
}

/** Retries of jobs that failed together should not come back together. */
const jitter = 0.2

/** @param tellsOf tasks that want to hear of a failure for good. */
export function outcomeOf(claim: Claim, data: RunnerWrite, tellsOf: ReadonlySet<string>): Outcome {
  const { job } = claim
  const hasError = (data.hasError ?? false) || claim.failure instanceof FinalJobError
  const completed = typeof data.completedAt === 'string'
  const ends = data.processing === false
  return {
    id: job.id,
    fence: job.fence,
    ends,
    completed,
    has_error: hasError,
    error: errorToKeep(data.error ?? finalError(claim.failure), claim.failure) ?? null,
    total_tried: data.totalTried ?? job.totalTried,
    wait_ms: ends && !completed && !hasError ? waitMs(data.waitUntil) : null,
    crashed: false,
    tells: hasError && tellsOf.has(job.taskSlug ?? ''),
  }
}

/**
 * The job goes back as if it had not been begun, a moment later.
 * @param isItsOwn the database is well: a job that this happens to again and again waits longer, and is given up.
 */
export function interruptionOf({ job }: Claim, isItsOwn: boolean, tellsOf: ReadonlySet<string>): Outcome {
  const crashes = job.crashCount + (isItsOwn ? 1 : 0)
  const isParked = isItsOwn && crashes >= crashLimit
  const message = `It was given up: its connection to the database broke ${crashes} times while it ran.`
  return {
    id: job.id,
    fence: job.fence,
    ends: true,
    completed: false,
    has_error: isParked,
    error: isParked ? { message, code: 'JOB_PARKED' } : null,
    total_tried: job.totalTried,
    wait_ms: isParked ? null : (500 + Math.random() * 1_000) * 2 ** crashes,
    crashed: isItsOwn,
    tells: isParked && tellsOf.has(job.taskSlug ?? ''),
  }
}

export function logOf({ job }: Claim, items: Record<string, unknown>[]): OutcomeLog[] {
  const before = job.log.length - items.length
  return items.map((item, index) => ({
    job_id: job.id,
    position: before + index + 1,
    id: String(item.id),
    executed_at: String(item.executedAt),
    completed_at: String(item.completedAt),
    task_slug: String(item.taskSlug),
    task_id: String(item.taskID),
    input: item.input ?? null,
    output: item.output ?? null,
    state: String(item.state),
    error: item.error ?? null,
  }))
}

/** Payload reckons the next try by this process's clock; only the distance counts. */
function waitMs(waitUntil: string | null | undefined): number {
  const distance = waitUntil ? Math.max(0, Date.parse(waitUntil) - now().getTime()) : 0
  return distance * (1 - jitter + Math.random() * 2 * jitter)
}

/** Payload's runner would try again, and so has no error to write. */
function finalError(failure: unknown): unknown {
  if (!(failure instanceof FinalJobError)) return null
  const { name, message, stack } = failure
  return { name, message, stack, cancelled: false }
}

/** Keeps the literal code of an expected refusal, which Payload's own record of an error drops. */
function errorToKeep(error: unknown, failure: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined
  return typeof code === 'string' ? { ...error, code } : error
}
