/** What a task's handler may know of the job it runs: kept with the request, so that a verb finds it there. */
import type { PayloadRequest } from 'payload'
import type { Claim } from './engine/Claim'

export interface JobContext {
  id: string
  task: string
  /** For calls outside: a service that sees it twice does its work once. */
  idempotencyKey: string
  /** Aborts when the work is no longer wanted: timed out, cancelled, lost to another worker, or the worker stops. */
  signal: AbortSignal
}

/** No symbol: Payload's Local API takes a context without named entries for an empty one, and replaces it. */
const key = 'mastheadJob'

export function setJob(req: PayloadRequest, claim: Claim): void {
  req.context = { ...req.context, [key]: claim }
}

/** The job that this request runs. @throws when it runs none. */
export function jobOf(req: PayloadRequest): JobContext {
  const { id, job, abort } = claimOf(req)
  const task = job.taskSlug ?? 'workflow'
  return { id, task, idempotencyKey: `job:${id}:${task}`, signal: abort.signal }
}

export function claimOf(req: PayloadRequest): Claim {
  const claim = req.context[key] as Claim | undefined
  if (!claim) throw new Error('This request runs no job')
  return claim
}
