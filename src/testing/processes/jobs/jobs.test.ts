/** The queue's promises, with real worker processes on a real database. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { untilTrue } from '../support/runOurs'
import { isDone, isFailed, leaseSeconds, openTestQueue, type TestQueue } from './queueOfTests'

let queue: TestQueue

beforeAll(async () => {
  queue = await openTestQueue()
})
afterEach(() => queue.reset())
afterAll(() => queue.close())

const reapedMs = leaseSeconds * 1000 + 10_000

async function jobOf(id: string | undefined) {
  const { rows } = await queue.pool.query('select * from payload_jobs where id = $1', [id])
  return rows[0]
}

test('three workers run a thousand jobs a thousand times, none of them twice', async () => {
  await queue.add('count', { count: 1_000 })
  const workers = await queue.startMany(3)
  await untilTrue(async () => (await queue.countOf(isDone)) === 1_000, 60_000)
  const effects = await queue.effects()
  expect(effects).toHaveLength(1_000)
  expect(new Set(effects.map(({ job_id }) => job_id)).size).toBe(1_000)
  expect(new Set(effects.map(({ pid }) => pid)).size).toBeGreaterThan(1)
  for (const { child } of workers) child.kill('SIGTERM')
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0, 0])
  const { rows } = await queue.pool.query('select sum(jobs)::int as jobs from job_totals')
  expect(rows[0].jobs).toBe(1_000)
})

test('ten workers that see one job run it once', async () => {
  await queue.startMany(10, { concurrency: 2 })
  for (let round = 1; round <= 5; round += 1) {
    await queue.add('count')
    await untilTrue(async () => (await queue.countOf(isDone)) === round)
  }
  await sleep(300)
  expect(await queue.effects()).toHaveLength(5)
})

test('jobs of a killed worker are taken up by another, and it costs them no try', async () => {
  const killed = await queue.start({ concurrency: 8 })
  await queue.add('workLong', { count: 6, input: { ms: 60_000 } })
  await untilTrue(async () => (await queue.countOf('processing')) === 6)
  await queue.pool.query(`update payload_jobs set input = '{"ms": 10}'`)
  const other = await queue.start()
  killed.child.kill('SIGKILL')
  await untilTrue(async () => (await queue.countOf(isDone)) === 6, reapedMs)
  expect(await queue.countOf('crash_count = 1 and total_tried = 1')).toBe(6)
  expect(new Set((await queue.effects()).map(({ pid }) => pid))).toEqual(new Set([other.child.pid]))
})

test('a worker that dies between the effect and its word of it leaves one effect', async () => {
  const dying = await queue.start()
  const [id] = await queue.add('countOnce', { input: { diesAfter: 'effect' } })
  expect(await dying.ended).toBeNull()
  expect(await queue.effects()).toHaveLength(1)
  await queue.start()
  await untilTrue(async () => (await queue.countOf(isDone)) === 1, reapedMs)
  expect((await queue.effects()).filter(({ job_id }) => job_id === id)).toHaveLength(1)
})

test('a worker that slept past its lease is refused when it wakes', async () => {
  const sleeping = await queue.start()
  const [id] = await queue.add('countOnce', { input: { ms: 1_000 } })
  await untilTrue(async () => (await queue.countOf('processing')) === 1)
  sleeping.child.kill('SIGSTOP')
  const awake = await queue.start()
  await untilTrue(async () => (await queue.countOf(isDone)) === 1, reapedMs)
  const before = await jobOf(id)
  sleeping.child.kill('SIGCONT')
  await sleeping.until(/not ours any more|lost to another worker/)
  await sleep(1_500)
  expect(await queue.effects()).toMatchObject([{ job_id: id, pid: awake.child.pid }])
  expect(await jobOf(id)).toEqual(before)
})

test('a worker that is alone, sleeps past its lease and takes its own job again does it once', async () => {
  const alone = await queue.start()
  const [id] = await queue.add('countOnce', { input: { ms: 3_000 } })
  await untilTrue(async () => (await queue.countOf('processing')) === 1)
  alone.child.kill('SIGSTOP')
  await sleep(leaseSeconds * 1000 + 500)
  alone.child.kill('SIGCONT')
  await untilTrue(async () => (await queue.countOf(isDone)) === 1, reapedMs)
  await sleep(1_000)
  expect(await queue.effects()).toHaveLength(1)
  expect(await jobOf(id)).toMatchObject({ processing: false, has_error: false, total_tried: '1' })
})

test('a job three times longer than the lease stays with its worker', async () => {
  const [first] = await queue.startMany(2)
  await queue.add('workLong', { input: { ms: leaseSeconds * 3_000 } })
  await untilTrue(async () => (await queue.countOf(isDone)) === 1, 20_000)
  expect(await queue.effects()).toHaveLength(1)
  expect(await queue.countOf('crash_count = 0')).toBe(1)
  expect(first?.output()).not.toContain('lost')
})

test('a job that kills its workers again and again is parked, and that is told', async () => {
  const [id] = await queue.add('killItsWorker')
  await queue.pool.query('update payload_jobs set crash_count = 3 where id = $1', [id])
  const victim = await queue.start({ queues: ['webhooks'] })
  await victim.ended
  await queue.start({ queues: ['ai'] })
  await untilTrue(async () => (await queue.countOf('crash_count = 4 and not processing')) === 1, reapedMs)
  await queue.pool.query('update payload_jobs set wait_until = now() where id = $1', [id])
  const next = await queue.start({ queues: ['webhooks'] })
  await next.ended
  await untilTrue(async () => (await queue.countOf(`id = '${id}' and ${isFailed}`)) === 1, reapedMs)
  expect((await jobOf(id)).error).toMatchObject({ code: 'JOB_PARKED' })
  await queue.start()
  await untilTrue(async () => (await queue.effects()).some(({ kind }) => kind === 'told'))
})

test('a worker told to stop finishes what it can, hands back the rest, and leaves with 0', async () => {
  const stopping = await queue.start({ graceMs: 1_500 })
  const [quick] = await queue.add('workLong', { input: { ms: 500 } })
  const [slow] = await queue.add('workLong', { input: { ms: 30_000 } })
  await untilTrue(async () => (await queue.countOf('processing')) === 2)
  stopping.child.kill('SIGTERM')
  expect(await stopping.ended).toBe(0)
  expect((await jobOf(quick)).completed_at).not.toBeNull()
  expect(await jobOf(slow)).toMatchObject({
    processing: false,
    completed_at: null,
    crash_count: '0',
    total_tried: '0',
  })
  expect(await queue.pool.query('select 1 from job_workers')).toMatchObject({ rowCount: 0 })
})

test('a try that fails is made again later; the last one is told', async () => {
  await queue.start()
  const [later] = await queue.add('failSometimes', { input: { failures: 2 } })
  const [never] = await queue.add('failAlways')
  await untilTrue(async () => (await queue.countOf(`id = '${later}' and ${isDone}`)) === 1)
  expect((await jobOf(later)).total_tried).toBe('3')
  await untilTrue(async () =>
    (await queue.effects()).some(({ kind, job_id }) => kind === 'told' && job_id === never),
  )
  expect(await jobOf(never)).toMatchObject({
    has_error: true,
    total_tried: '2',
    error: { message: 'It never works' },
  })
  const { rows } = await queue.pool.query('select state from payload_jobs_log where _parent_id = $1', [later])
  expect(rows.map(({ state }) => state)).toEqual(['failed', 'failed', 'succeeded'])
})

test('what cannot be written as it is fails alone, and takes no other job with it', async () => {
  await queue.add('failUnwritably', { count: 3 })
  await queue.add('count', { count: 20 })
  await queue.start()
  await untilTrue(async () => (await queue.countOf(isDone)) === 20 && (await queue.countOf(isFailed)) === 3)
  expect(await queue.effects()).toHaveLength(20)
})

test('a job that breaks its own connection again and again is given up, and that is told', async () => {
  await queue.start()
  const [id] = await queue.add('breakConnection')
  await untilTrue(async () => (await queue.countOf('crash_count >= 1')) === 1)
  await queue.pool.query('update payload_jobs set crash_count = 3, wait_until = now() where id = $1', [id])
  await untilTrue(async () => (await queue.effects()).some(({ kind }) => kind === 'told'), 60_000)
  expect(await jobOf(id)).toMatchObject({ has_error: true, error: { code: 'JOB_PARKED' }, total_tried: '0' })
})

test('a job that takes too long fails with a code, and its worker goes on', async () => {
  await queue.start()
  const [id] = await queue.add('hang')
  await untilTrue(async () => (await queue.countOf(isFailed)) === 1)
  expect((await jobOf(id)).error).toMatchObject({ code: 'JOB_TIMED_OUT' })
  await queue.add('count')
  await untilTrue(async () => (await queue.countOf(isDone)) === 1)
})

test('jobs of one key run one after the other, whichever worker has them', async () => {
  await queue.startMany(3)
  await queue.add('oneAtATime', { count: 12, key: 'one', input: { ms: 40 } })
  await queue.add('oneAtATime', { count: 12, key: 'two', input: { ms: 40 } })
  await untilTrue(async () => (await queue.countOf(isDone)) === 24, 60_000)
  const effects = await queue.effects()
  const { rows } = await queue.pool.query('select id, concurrency_key as key from payload_jobs')
  for (const key of ['one', 'two']) {
    const ids = new Set(rows.filter((row) => row.key === key).map(({ id }) => id))
    const kinds = effects.filter(({ job_id }) => ids.has(job_id)).map(({ kind }) => kind)
    expect(kinds).toEqual(Array.from({ length: 12 }, () => ['begin', 'end']).flat())
  }
})

test('a flood in one queue keeps no publication waiting', async () => {
  await queue.add('bulk', { count: 10_000, queue: 'email', input: { ms: 20 } })
  await queue.start()
  await untilTrue(async () => (await queue.countOf(isDone)) > 20)
  const [id] = await queue.add('publishLike', { queue: 'publishing' })
  await untilTrue(async () => (await queue.countOf(`id = '${id}' and ${isDone}`)) === 1, 5_000)
  const job = await jobOf(id)
  expect(job.started_at - job.run_at).toBeLessThan(1_000)
  expect(await queue.countOf(`queue = 'email' and not (${isDone})`)).toBeGreaterThan(5_000)
})

test('three schedulers and ten ticks make ten jobs; a tick that was missed is caught up once', async () => {
  const everySecond = { name: 'tick', cron: '* * * * * *', task: 'tick', input: {} }
  await queue.startMany(3, { schedule: [everySecond] })
  await untilTrue(async () => (await queue.countOf("task_slug = 'tick'")) >= 10, 20_000)
  const { rows } = await queue.pool.query(
    "select dedupe_key, run_at from payload_jobs where task_slug = 'tick' order by run_at",
  )
  const seconds = rows.map(({ run_at }) => Math.floor(run_at.getTime() / 1000))
  expect(new Set(seconds).size).toBe(seconds.length)
  expect((seconds.at(-1) ?? 0) - (seconds[0] ?? 0)).toBe(seconds.length - 1)

  await queue.reset()
  await queue.pool.query("insert into job_schedules values ('hourly', now() - interval '5 hours')")
  await queue.startMany(2, { schedule: [{ ...everySecond, name: 'hourly', cron: '0 * * * *' }] })
  await untilTrue(async () => (await queue.countOf("task_slug = 'tick'")) === 1)
  await sleep(1_500)
  expect(await queue.countOf("task_slug = 'tick'")).toBe(1)
})

test('a worker whose clock is ten minutes ahead starts nothing early', async () => {
  await queue.start({ clockAheadMs: 600_000 })
  const [soon] = await queue.add('count', { inMs: 1_500 })
  const [late] = await queue.add('count', { inMs: 60_000 })
  const [retried] = await queue.add('failSometimes', { input: { failures: 1 } })
  await untilTrue(async () => (await queue.countOf(isDone)) === 2)
  const job = await jobOf(soon)
  expect(job.started_at.getTime()).toBeGreaterThanOrEqual(job.wait_until.getTime())
  expect(job.started_at - job.wait_until).toBeLessThan(1_000)
  expect((await jobOf(late)).processing).toBe(false)
  expect((await jobOf(retried)).completed_at - (await jobOf(retried)).created_at).toBeLessThan(2_000)
})
