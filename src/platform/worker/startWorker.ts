/** A worker: any number of them share the queue. Each claims, runs, renews; one of them also keeps the schedule. */
import type { Payload } from 'payload'
import { channels, Listener } from '../bus'
import { engineOf, tasksThatTell } from '../jobs/adapter/safeJobs'
import { Dispatcher } from '../jobs/engine/Dispatcher'
import type { Engine } from '../jobs/engine/Engine'
import { Leadership } from '../jobs/engine/Leadership'
import { runScheduler } from '../jobs/engine/runScheduler'
import { WorkerRow } from '../jobs/engine/WorkerRow'
import type { ScheduleEntry } from '../jobs/schedule'
import { tasksOf } from '../jobs/tasksOf'
import { log } from '../log'
import { closePayload } from '../payload/closePayload'
import { type Chore, startChores } from './startChores'

export interface WorkerOptions {
  /** For LISTEN and the leader's lock, which a transaction pooler would lose. */
  directAddress: string
  /** Empty: all. */
  queues: string[]
  /** Jobs run at once. */
  concurrency: number
  schedule: ScheduleEntry[]
  chores: Chore[]
  payload: Payload
}

export interface Worker {
  /** Whether it hears of new jobs. */
  readonly isReady: boolean
  /** Finishes what runs, or hands it back when the grace is over. */
  stop(graceMs: number): Promise<void>
}

export async function startWorker({ payload, schedule, chores, ...options }: WorkerOptions): Promise<Worker> {
  const engine = engineOf(payload)
  const row = new WorkerRow(engine, { ...options, runningCount: () => dispatcher.runningCount })
  const dispatcher = new Dispatcher({
    ...options,
    payload,
    engine,
    onEnd: (claim, seconds) => row.count(claim, seconds),
  })
  const listener = new Listener(channels.jobs, {
    address: options.directAddress,
    onWord: (queue) => dispatcher.wake(queue),
    onConnect: () => void wakeAll(dispatcher),
  })
  const stopping = new AbortController()
  const scheduler = runScheduler(
    engine,
    new Leadership(options.directAddress),
    withQueues(payload, schedule),
    stopping.signal,
  )
  const stopChores = startChores([...chores, reaperOf(engine)], payload)
  row.start()
  await listener.open()
  const queues = options.queues.length > 0 ? options.queues : 'all'
  log.info({ queues, concurrency: options.concurrency }, 'The worker takes jobs')
  return {
    get isReady() {
      return listener.isConnected && !stopping.signal.aborted
    },
    async stop(graceMs) {
      stopping.abort()
      const choresEnd = stopChores()
      const draining = row.drain()
      const handedBack = await dispatcher.stop(graceMs)
      await draining
      if (handedBack > 0) log.info({ jobs: handedBack }, 'Jobs that could not be finished were handed back')
      await Promise.all([listener.close(), scheduler, choresEnd])
      await row.remove()
      await closePayload(payload)
    },
  }
}

/** A database that is away says so to whoever asks next: the dispatcher goes on asking. */
async function wakeAll(dispatcher: Dispatcher): Promise<void> {
  await dispatcher.wakeAll().catch(() => dispatcher.wake())
}

function withQueues(payload: Payload, schedule: ScheduleEntry[]) {
  const tasks = tasksOf(payload.config)
  return schedule.map((entry) => {
    const queue = tasks.find(({ slug }) => slug === entry.task)?.queue
    if (!queue) throw new Error(`The schedule names ${entry.task}, which is no task`)
    return { entry, queue }
  })
}

/** Every worker looks for jobs of those that died; the database lets each be taken back once. */
function reaperOf(engine: Engine): Chore {
  const run = async (payload: Payload) => {
    const telling = [...tasksThatTell(payload)]
    for (const { id, task, crashCount, isParked } of await engine.store.reap(engine.leaseSeconds, telling)) {
      const line = { job: id, task, crashes: crashCount }
      if (isParked) log.error(line, 'A job ended too many workers; it was given up')
      else log.warn(line, 'A job of a worker that died is taken up again')
    }
  }
  return {
    failure: 'Jobs of dead workers could not be looked for',
    everyMs: Math.min(5_000, (engine.leaseSeconds * 1000) / 4),
    run,
  }
}
