/** The database goes away under load, again and again: what was acknowledged is done, and no process dies. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlace, type Ours, type Place, runOurs, runScript, untilTrue } from '../support/runOurs'
import { isDone, openTestQueue, type TestQueue } from './queueOfTests'

let place: Place
let keeper: Ours
let queue: TestQueue

beforeAll(async () => {
  place = aPlace({ LOG_LEVEL: 'warn', NODE_ENV: 'production' })
  keeper = runScript(place, 'src/testing/processes/support/holdDatabase.ts')
  await keeper.until(/OPEN .*\n/)
  const migrate = runOurs(place, 'migrate')
  expect(await migrate.ended, migrate.output()).toBe(0)
  queue = await openTestQueue(/OPEN (.*)\n/.exec(keeper.output())?.[1])
})

afterAll(async () => {
  await queue?.close()
  keeper.child.kill('SIGTERM')
  await keeper.ended
  place.remove()
})

test('every acknowledged job completes once, while connections are cut each two seconds and the server restarts', async () => {
  const workers = await queue.startMany(2)
  const acknowledged = new Set<string>()
  let isOver = false
  const load = (async () => {
    while (!isOver) {
      // Not acknowledged is not promised: it may or may not have been written.
      const ids = await queue.add('countOnce', { count: 20, input: { ms: 20 } }).catch(() => [])
      for (const id of ids) acknowledged.add(id)
      await sleep(50)
    }
  })()
  for (let round = 0; round < 5; round += 1) {
    await sleep(2_000)
    await cutConnections()
  }
  const restart = runScript(place, 'src/testing/processes/support/restartDatabase.ts')
  expect(await restart.ended, restart.output()).toBe(0)
  await sleep(1_500)
  isOver = true
  await load
  await untilTrue(async () => (await openJobs()) === 0, 60_000)

  const { rows } = await queue.pool.query(
    'select job_id::text as id, count(*)::int as times from test_effects group by 1',
  )
  const times = new Map(rows.map(({ id, times }) => [id, times]))
  expect([...acknowledged].filter((id) => times.get(id) !== 1)).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(500)
  expect(await queue.countOf('has_error')).toBe(0)
  expect(workers.map(({ child }) => child.exitCode)).toEqual([null, null])
  expect(await leftInTransaction()).toBe(0)
})

async function openJobs(): Promise<number> {
  return queue.countOf(`not (${isDone})`).catch(() => 1)
}

async function cutConnections(): Promise<void> {
  await withClient((client) =>
    client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    ),
  )
}

async function leftInTransaction(): Promise<number> {
  const { rows } = await withClient((client) =>
    client.query(
      "select count(*)::int as count from pg_stat_activity where state like 'idle in transaction%'",
    ),
  )
  return rows[0].count
}

async function withClient<Result>(run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: queue.place.environment.DATABASE_URL })
  client.on('error', () => {})
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
