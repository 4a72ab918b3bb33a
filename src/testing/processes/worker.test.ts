/** The worker command as its operators run it: side by side, watched, killed, told to stop. */
import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlace, type Ours, type Place, runOurs, runScript, untilTrue } from './support/runOurs'

let place: Place
let keeper: Ours
let pool: pg.Pool
let port: number
const workers: Ours[] = []

beforeAll(async () => {
  port = await aFreePort()
  place = aPlace({
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
    WORKER_PORT: String(port),
    JOB_LEASE_SECONDS: '2',
  })
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
  await worker.until(/The worker takes jobs/)
  return worker
}

const pids = async () =>
  (await pool.query('select pid from job_workers order by started_at')).rows.map(({ pid }) => pid)

test('it answers for its health: alive at once, ready when it takes jobs, with its numbers', async () => {
  const first = await start()
  await untilTrue(async () => (await pids()).includes(first.child.pid))
  expect(await statusOf('/live')).toBe(200)
  expect(await statusOf('/ready')).toBe(200)
  expect(await statusOf('/metrics')).toBe(200)
  expect(await statusOf('/anything')).toBe(404)
})

test('two work side by side; what a killed one held is taken up by the other', async () => {
  const [first] = workers
  const second = await start()
  await untilTrue(async () => (await pids()).length === 2)
  await pool.query(
    `insert into payload_jobs (id, task_slug, queue, processing, lease_owner, lease_until, input)
     values (gen_random_uuid(), 'tellGivenUp', 'publishing', true, 'a dead one', now() + interval '1 second',
       jsonb_build_object('id', gen_random_uuid()))`,
  )
  first?.child.kill('SIGKILL')
  await untilTrue(
    async () =>
      (await pool.query('select 1 from payload_jobs where completed_at is not null')).rowCount === 1,
  )
  expect(second.output()).toContain('A job of a worker that died is taken up again')
})

test('it is told to stop, takes its name off the list and leaves with 0', async () => {
  const worker = workers.at(-1)
  worker?.child.kill('SIGTERM')
  expect(await worker?.ended).toBe(0)
  expect(await pids()).not.toContain(worker?.child.pid)
})

async function statusOf(path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status
}

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
