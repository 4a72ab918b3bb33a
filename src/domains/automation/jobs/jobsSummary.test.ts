import { expect, test } from 'vitest'
import { poolOf } from '@/src/platform/payload/poolOf'
import { listWorkers, staleAfterSeconds } from '@/src/platform/worker/listWorkers'
import { cast, requestOf, testPayload } from '@/src/testing/harness'
import { aJob, aWorker } from '../factories'
import { keptDays, pruneJobs } from './pruneJobs'
import { readJobRates } from './readJobRates'
import { readQueueNumbers, sumOf } from './readQueueNumbers'

const { ada } = cast()
const database = async () => poolOf({ payload: await testPayload() })
const daySeconds = 24 * 60 * 60

test('each queue is counted by state, with the age of what waits longest', async () => {
  const queue = 'ai'
  await aJob({ queue, state: 'waiting', secondsAgo: 90 })
  await aJob({ queue, state: 'waiting', secondsAgo: 30 })
  for (const state of ['later', 'running', 'failed', 'cancelled', 'done'] as const)
    await aJob({ queue, state })
  const numbers = await readQueueNumbers(await database())
  const ai = numbers.find((each) => each.queue === queue)
  expect(ai).toMatchObject({ waiting: 2, later: 1, running: 1, failed: 1, cancelled: 1 })
  expect(ai?.oldestSeconds).toBeGreaterThanOrEqual(90)
  expect(ai?.oldestSeconds).toBeLessThan(120)
})

test('a queue in which nothing is has its zeros, and a foreign one is shown too', async () => {
  await aJob({ queue: 'someone-elses' })
  const numbers = await readQueueNumbers(await database())
  expect(numbers.map(({ queue }) => queue)).toEqual([
    'publishing',
    'webhooks',
    'email',
    'ai',
    'generation',
    'maintenance',
    'someone-elses',
  ])
  expect(numbers[0]).toMatchObject({ waiting: 0, oldestSeconds: null })
  expect(sumOf(numbers).waiting).toBe(numbers.reduce((sum, { waiting }) => sum + waiting, 0))
})

test('rates tell how many ended, and how long they waited and ran', async () => {
  const before = await readJobRates(await database(), { span: 'hour' })
  for (const ranSeconds of [1, 2, 3, 4, 100])
    await aJob({ state: 'done', queue: 'webhooks', waitedSeconds: 0.25, ranSeconds, secondsAgo: 600 })
  await aJob({ state: 'failed', secondsAgo: 600 })
  await aJob({ state: 'done', secondsAgo: 2 * 3_600 })
  const rates = await readJobRates(await database(), { span: 'hour' })
  expect(rates.slots).toHaveLength(60)
  expect(rates.done - before.done).toBe(5)
  expect(rates.failed - before.failed).toBe(1)
  const slot = rates.slots.find(({ done, ran }) => done >= 5 && ran.p50 === 3)
  expect(slot?.ran.p95).toBeGreaterThan(50)
  expect(slot?.waited.p50).toBeCloseTo(0.25, 1)
  expect(rates.slots.filter(({ done }) => done === 0).every(({ ran }) => ran.p50 === null)).toBe(true)
  expect((await readJobRates(await database(), { span: 'day' })).done - rates.done).toBeGreaterThanOrEqual(1)
})

test('a worker without a sign of life is stale by the database’s clock, and forgotten in the end', async () => {
  await aWorker({ host: 'alive', seenSecondsAgo: 3 })
  await aWorker({ host: 'going', state: 'draining', seenSecondsAgo: 5 })
  await aWorker({ host: 'dead', seenSecondsAgo: staleAfterSeconds + 1 })
  await aWorker({ host: 'long gone', seenSecondsAgo: 2 * 3_600 })
  const workers = await listWorkers(await database())
  expect(workers.map(({ host, state }) => `${host} ${state}`)).toEqual([
    'alive working',
    'going draining',
    'dead stale',
  ])
})

test('old history goes, in batches, with its tries; what is young, waits or runs stays', async () => {
  const pool = await database()
  const young = [
    await aJob({ state: 'done', secondsAgo: (keptDays.done - 1) * daySeconds }),
    await aJob({ state: 'failed', secondsAgo: (keptDays.failed - 1) * daySeconds, tries: 2 }),
    await aJob({ state: 'waiting', secondsAgo: 90 * daySeconds }),
    await aJob({ state: 'running', secondsAgo: 90 * daySeconds }),
  ]
  const old = [
    await aJob({ state: 'done', secondsAgo: (keptDays.done + 1) * daySeconds }),
    await aJob({ state: 'failed', secondsAgo: (keptDays.failed + 1) * daySeconds, tries: 2 }),
    await aJob({ state: 'cancelled', secondsAgo: (keptDays.failed + 1) * daySeconds }),
  ]
  await pool.query(
    `insert into payload_jobs (id, task_slug, queue, completed_at, updated_at)
     select gen_random_uuid(), 'many', 'maintenance', now() - interval '8 days', now() from generate_series(1, 2500)`,
  )
  const req = await requestOf(ada)
  expect(await pruneJobs(req)).toEqual({ done: 2501, failed: 2 })
  const { rows } = await pool.query('select id from payload_jobs where id = any($1)', [[...young, ...old]])
  expect(rows.map(({ id }) => id).sort()).toEqual([...young].sort())
  const { rows: tries } = await pool.query('select 1 from payload_jobs_log where _parent_id = any($1)', [old])
  expect(tries).toEqual([])
  expect(await pruneJobs(req)).toEqual({ done: 0, failed: 0 })
})
