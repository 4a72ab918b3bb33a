/** The loop that runs queued jobs, in small batches, as long as this process is the active worker. */
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { now } from '../clock'
import { log } from '../log'
import { closePayload } from '../payload/closePayload'
import { Leadership } from './Leadership'

export type WorkerOptions = {
  /** For the leader's lock, which a transaction pooler would lose. */
  directAddress: string
  /** Empty: all. */
  queues: string[]
  /** Jobs run at once. */
  concurrency: number
  /** Where the sign of life is kept, and how often it is given. */
  heartbeat: { key: string; everySeconds: number }
  loadPayload: () => Promise<Payload>
  signal: AbortSignal
}

const idleMs = 1_000
const longestBackoffMs = 15_000
const schedulesEveryMs = 10_000

/** Resolves when it was told to stop and the batch begun is done. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const leadership = new Leadership(options.directAddress)
  const payload = await options.loadPayload()
  while (await leadership.acquire(options.signal)) {
    log.info({ queues: options.queues.length > 0 ? options.queues : 'all' }, 'This worker is active')
    const beat = startHeartbeat(payload, options.heartbeat)
    await releaseStrandedJobs(leadership)
    await workWhileLeading(payload, leadership, options)
    clearInterval(beat)
  }
  await leadership.release()
  await closePayload(payload)
}

/** Whoever ran these is gone, or the lock would not be ours; nothing else would ever take them up again. */
async function releaseStrandedJobs(leadership: Leadership): Promise<void> {
  try {
    const { rowCount } = await leadership.connection.query(
      'update payload_jobs set processing = false, updated_at = now() where processing',
    )
    if (rowCount) log.warn({ jobs: rowCount }, 'Jobs of a worker that died are taken up again')
  } catch (error) {
    log.warn({ err: error }, 'Stranded jobs could not be looked for')
    await leadership.release()
  }
}

async function workWhileLeading(
  payload: Payload,
  leadership: Leadership,
  options: WorkerOptions,
): Promise<void> {
  let backoffMs = idleMs
  let schedulesAt = 0
  while (leadership.isHeld && !options.signal.aborted) {
    try {
      if (performance.now() >= schedulesAt) {
        await queueDueSchedules(payload)
        schedulesAt = performance.now() + schedulesEveryMs
      }
      const count = await runBatch(payload, options)
      backoffMs = idleMs
      if (count === 0) await pause(idleMs, options.signal)
    } catch (error) {
      log.error({ err: error, backoffMs }, 'The worker could not run jobs; it tries again')
      await pause(backoffMs, options.signal)
      backoffMs = Math.min(backoffMs * 2, longestBackoffMs)
    }
  }
}

async function queueDueSchedules(payload: Payload): Promise<void> {
  if (payload.config.jobs?.scheduling) await payload.jobs.handleSchedules({ allQueues: true })
}

/** @returns how many jobs were run. */
async function runBatch(payload: Payload, { queues, concurrency }: WorkerOptions): Promise<number> {
  const limit = concurrency
  // The worker acts for the program: who queued a job was asked then.
  const authority = { overrideAccess: true, silent: { info: true } }
  const batches =
    queues.length === 0
      ? [await payload.jobs.run({ allQueues: true, limit, ...authority })]
      : await Promise.all(queues.map((queue) => payload.jobs.run({ queue, limit, ...authority })))
  return batches.reduce((sum, { jobStatus }) => sum + Object.keys(jobStatus ?? {}).length, 0)
}

function startHeartbeat(payload: Payload, { key, everySeconds }: WorkerOptions['heartbeat']): NodeJS.Timeout {
  const beat = () =>
    payload.kv
      .set(key, { at: now().toISOString(), host: hostname(), pid: process.pid })
      .catch((error: unknown) => log.warn({ err: error }, 'The worker could not leave its sign of life'))
  void beat()
  return setInterval(beat, everySeconds * 1000)
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {})
}
