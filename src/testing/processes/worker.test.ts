/** Two workers on one queue: one active, one standing by, and what a killed one leaves is taken up again. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlace, type Ours, type Place, runOurs, runScript, untilTrue } from './support/runOurs'

let place: Place
let keeper: Ours
let pool: pg.Pool
const workers: Ours[] = []

beforeAll(async () => {
  place = aPlace({ LOG_LEVEL: 'info', NODE_ENV: 'production' })
  keeper = runScript(place, 'src/testing/processes/support/holdDatabase.ts')
  await keeper.until(/OPEN .*\n/)
  pool = new pg.Pool({ connectionString: /OPEN (.*)\n/.exec(keeper.output())?.[1] })
  pool.on('error', () => {})
  const migrate = runOurs(place, 'migrate')
  expect(await migrate.ended, migrate.output()).toBe(0)
})

afterAll(async () => {
  await pool.end()
  for (const { child } of [...workers, keeper]) child.kill('SIGTERM')
  await Promise.all([...workers, keeper].map(({ ended }) => ended))
  place.remove()
})

async function start(): Promise<Ours> {
  const worker = runOurs(place, 'worker')
  workers.push(worker)
  await worker.until(/This worker is active|this one stands by/)
  return worker
}

const heartbeatPid = async () => {
  const { rows } = await pool.query(
    "select (data->>'pid')::int as pid from payload_kv where key = 'worker:heartbeat'",
  )
  return rows[0]?.pid
}

test('the second stands by, and takes over with what was stranded when the first is killed', async () => {
  const first = await start()
  await untilTrue(async () => (await heartbeatPid()) === first.child.pid)
  const second = await start()
  expect(second.output()).toContain('this one stands by')

  await pool.query(
    "insert into payload_jobs (id, task_slug, queue, processing, input, updated_at, created_at) values (gen_random_uuid(), 'none', 'nobodys', true, '{}', now(), now())",
  )
  first.child.kill('SIGKILL')
  await second.until(/This worker is active/)
  await untilTrue(async () => (await heartbeatPid()) === second.child.pid)
  expect(second.output()).toContain('Jobs of a worker that died are taken up again')
})

test('it is told to stop and leaves with 0', async () => {
  const worker = workers.at(-1)
  worker?.child.kill('SIGTERM')
  expect(await worker?.ended).toBe(0)
})
