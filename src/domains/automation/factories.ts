/** Builders of jobs and workers for tests, as a queue that has been at work would have left them; of notifications and subscribers. */
import type { RequiredDataFromCollectionSlug } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { poolOf } from '@/src/platform/payload/poolOf'
import { testPayload } from '@/src/testing/harness'
import type { JobState } from './jobs/jobStates'

export interface JobData {
  state?: JobState
  task?: string
  queue?: string
  input?: Record<string, unknown>
  tries?: number
  /** What each try said, or what the end says. */
  message?: string
  code?: string
  /** Seconds since it ended, began or fell due; until it is due, for `later`. */
  secondsAgo?: number
  waitedSeconds?: number
  ranSeconds?: number
  worker?: string
}

/** @returns its id. */
export async function aJob({
  state = 'waiting',
  task = 'makeRenditions',
  queue = 'maintenance',
  input = {},
  tries = state === 'failed' ? 1 : 0,
  message = 'It did not work',
  code,
  secondsAgo = state === 'later' ? -3_600 : 1,
  waitedSeconds = 0.1,
  ranSeconds = 0.5,
  worker,
}: JobData = {}): Promise<string> {
  const pool = poolOf({ payload: await testPayload() })
  const id = uuidv7()
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled'
  const error =
    state === 'failed' ? { message, code, cancelled: false, stack: `Error: ${message}\n    at work` } : null
  await pool.query(
    `insert into payload_jobs (id, task_slug, queue, input, total_tried, processing, has_error, error,
       created_at, run_at, started_at, completed_at, updated_at, lease_owner, lease_until)
     select $1, $2, $3, $4, $5, $6, $7, $8, at - gone, case when $9 then at - gone else at end,
       case when $9 then at - ran when $6 then at end, case when $10 then at end, at,
       $11, case when $6 then now() + interval '1 minute' end
     from (select now() - $12 * interval '1 second' as at, $13 * interval '1 second' as ran,
       ($13 + $14) * interval '1 second' as gone) as times`,
    [
      id,
      task,
      queue,
      JSON.stringify(input),
      tries + (state === 'done' ? 1 : 0),
      state === 'running',
      state === 'failed' || state === 'cancelled',
      JSON.stringify(state === 'cancelled' ? { message: 'Cancelled.', cancelled: true } : error),
      isOver,
      state === 'done',
      worker ?? null,
      secondsAgo,
      ranSeconds,
      waitedSeconds,
    ],
  )
  for (let nth = 1; nth <= tries; nth += 1) await logTry({ id, task, nth, message })
  return id
}

async function logTry({
  id,
  task,
  nth,
  message,
}: {
  id: string
  task: string
  nth: number
  message: string
}) {
  const pool = poolOf({ payload: await testPayload() })
  await pool.query(
    `insert into payload_jobs_log (_order, _parent_id, id, executed_at, completed_at, task_slug, task_i_d, state, error)
     values ($1, $2, $3, now() - $4 * interval '1 minute', now() - $4 * interval '1 minute', $5, 'inline', 'failed', $6)`,
    [nth, id, uuidv7(), 60 - nth, task, JSON.stringify({ message, stack: `Error: ${message}\n    at work` })],
  )
}

/** @returns the worker's id. */
export async function aWorker({
  host = 'press-1',
  pid = 4242,
  queues = [] as string[],
  running = 0,
  concurrency = 5,
  state = 'working' as 'working' | 'draining',
  seenSecondsAgo = 2,
} = {}): Promise<string> {
  const pool = poolOf({ payload: await testPayload() })
  const id = uuidv7()
  await pool.query(
    `insert into job_workers (id, host, pid, queues, concurrency, running, state, started_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() - interval '1 hour', now() - $8 * interval '1 second')`,
    [id, host, pid, queues, concurrency, running, state, seenSecondsAgo],
  )
  return id
}

/** In the panel's inbox and unread, unless something else is given. */
export async function aNotification(
  data: Partial<RequiredDataFromCollectionSlug<'notifications'>> & { user: string },
) {
  const payload = await testPayload()
  return payload.create({
    collection: 'notifications',
    data: { type: 'test', channel: 'in-app', subject: 'Something happened', status: 'sent', ...data },
    depth: 0,
    overrideAccess: true,
  })
}

/** Signed up and not confirmed yet, unless something else is given. */
export async function aSubscriber(data: Partial<RequiredDataFromCollectionSlug<'subscribers'>> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'subscribers',
    data: { email: `${uuidv7()}@example.com`, state: 'pending', locale: 'en', asks: 0, ...data },
    depth: 0,
    overrideAccess: true,
  })
}
