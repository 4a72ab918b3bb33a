/** A worker process with the tasks of the tests. Its only argument is JSON: {@link TestWorker}. */
import { resolve } from 'node:path'
import { buildConfig, getPayload } from 'payload'
import { env } from '@/src/platform/env'
import { jobsConfig } from '@/src/platform/jobs/jobsConfig'
import type { ScheduleEntry } from '@/src/platform/jobs/schedule'
import { log } from '@/src/platform/log'
import { database } from '@/src/platform/payload/database'
import { serveUntilStopped } from '@/src/platform/processes'
import { startWorker } from '@/src/platform/worker'
import { testTasks } from './testTasks'

export interface TestWorker {
  queues?: string[]
  concurrency?: number
  schedule?: ScheduleEntry[]
  graceMs?: number
  clockAheadMs?: number
}

const {
  queues = [],
  concurrency = 8,
  schedule = [],
  graceMs = 4_000,
  clockAheadMs = 0,
} = JSON.parse(process.argv[2] ?? '{}') as TestWorker

if (clockAheadMs) shiftClock(clockAheadMs)

const config = buildConfig({
  secret: env.PAYLOAD_SECRET,
  db: database(resolve('migrations')),
  jobs: jobsConfig(testTasks),
  logger: log,
  telemetry: false,
})
const payload = await getPayload({ config })
const worker = await startWorker({
  payload,
  directAddress: env.DATABASE_URL,
  queues,
  concurrency,
  schedule,
  chores: [],
})
console.log('WORKING')
await serveUntilStopped('worker', () => worker.stop(graceMs), graceMs + 2_000)

/** What a machine with a wrong clock sees, whoever asks. */
function shiftClock(ms: number): void {
  const RealDate = Date
  class ShiftedDate extends RealDate {
    constructor(...args: [] | [string | number | Date]) {
      if (args.length === 0) super(RealDate.now() + ms)
      else super(...args)
    }
    static override now(): number {
      return RealDate.now() + ms
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor
}
