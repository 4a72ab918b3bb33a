/** A database of its own with the queue in it, and workers on it. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { copyDatabase, dropDatabase } from '@/src/testing/harness/server'
import { templatesOf } from '@/src/testing/harness/templatesOf'
import { aPlace, type Ours, type Place, runScript } from '../support/runOurs'
import { effectsTable, type TestInput } from './testTasks'
import type { TestWorker } from './testWorker'

export const leaseSeconds = 2

export interface TestQueue {
  pool: pg.Pool
  place: Place
  start: (options?: TestWorker) => Promise<Ours>
  startMany: (count: number, options?: TestWorker) => Promise<Ours[]>
  /** @returns ids of the new jobs. */
  add: (
    task: string,
    options?: { count?: number; queue?: string; input?: TestInput; inMs?: number; key?: string },
  ) => Promise<string[]>
  effects: () => Promise<Effect[]>
  countOf: (where: string) => Promise<number>
  reset: () => Promise<void>
  close: () => Promise<void>
}

export interface Effect {
  job_id: string
  pid: number
  kind: string
  at: Date
}

export const isDone = 'completed_at is not null'
export const isFailed = 'has_error'

export async function openTestQueue(address?: string): Promise<TestQueue> {
  const server = inject('server')
  const name = `${server.prefix}_jobs_${randomUUID().slice(0, 8)}`
  const url = address ?? (await copyDatabase(server, templatesOf(server).empty, name))
  const place = aPlace({
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'a-secret-that-only-tests-ever-use-0123456789',
    JOB_LEASE_SECONDS: String(leaseSeconds),
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  })
  const pool = new pg.Pool({ connectionString: url, max: 5 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await pool.query(effectsTable)
  const workers: Ours[] = []
  const start = async (options: TestWorker = {}) => {
    const worker = runScript(place, 'src/testing/processes/jobs/testWorker.ts', {}, [JSON.stringify(options)])
    workers.push(worker)
    await worker.until(/WORKING/)
    return worker
  }
  const countOf = async (where: string) => {
    const { rows } = await pool.query(`select count(*)::int as count from payload_jobs where ${where}`)
    return rows[0].count as number
  }
  return {
    pool,
    place,
    start,
    startMany: (count, options) => Promise.all(Array.from({ length: count }, () => start(options))),
    add: async (task, { count = 1, queue = 'webhooks', input = {}, inMs, key } = {}) => {
      const { rows } = await pool.query(
        `insert into payload_jobs (id, task_slug, queue, input, wait_until, concurrency_key)
         select gen_random_uuid(), $1, $2, $3, case when $4::int is null then null else now() + $4 * interval '1 ms' end, $6
         from generate_series(1, $5::int) returning id`,
        [task, queue, JSON.stringify(input), inMs ?? null, count, key ?? null],
      )
      return rows.map(({ id }) => id as string)
    },
    effects: async () => (await pool.query<Effect>('select * from test_effects order by id')).rows,
    countOf,
    reset: async () => {
      for (const { child } of workers) if (child.exitCode === null) child.kill('SIGKILL')
      await Promise.all(workers.splice(0).map(({ ended }) => ended))
      await pool.query('truncate test_effects, payload_jobs, job_workers, job_schedules, job_totals cascade')
    },
    close: async () => {
      for (const { child } of workers) child.kill('SIGKILL')
      await Promise.all(workers.map(({ ended }) => ended))
      await pool.end()
      if (!address) await dropDatabase(server, name)
      place.remove()
    },
  }
}
