/** Jobs a second with 1, 2 and 4 workers: ours, Payload's own queue and a bare SKIP LOCKED loop in the same run. */
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { childEnvironment } from '@/src/platform/env'
import { benchTables } from './jobs/tasks'

type Kind = 'ours' | 'payload' | 'bare'

export interface RunFigures {
  workers: number
  jobsPerSecond: number
  ranTwice: number
  statementsPerJob: number
}

export interface JobFigures {
  jobs: number
  runs: Record<Kind, RunFigures[]>
  timesPlainPayload: number
  /** From idle to the effect, in milliseconds of the database's clock. */
  startFromIdle: { trials: number; p50: number; p95: number }
  /** The statements of one of our jobs, by how often each runs. */
  statements: { perJob: number; sql: string }[]
}

const jobCount = 5_000
const trials = 50
const giveUpMs = 180_000

export async function benchJobs(client: Client): Promise<JobFigures> {
  await client.query(benchTables)
  await client.query('create extension if not exists pg_stat_statements')
  const runs: JobFigures['runs'] = { ours: [], payload: [], bare: [] }
  let statements: JobFigures['statements'] = []
  for (const workers of [1, 2, 4]) {
    for (const kind of ['bare', 'payload', 'ours'] as const) {
      runs[kind].push(await runOnce(client, kind, workers))
      if (kind === 'ours' && workers === 1) statements = await listStatements(client)
    }
  }
  const [ours, plain] = [runs.ours[0]?.jobsPerSecond ?? 0, runs.payload[0]?.jobsPerSecond ?? 1]
  const startFromIdle = await measureStart(client)
  return { jobs: jobCount, runs, timesPlainPayload: ours / plain, startFromIdle, statements }
}

async function runOnce(client: Client, kind: Kind, workers: number): Promise<RunFigures> {
  await client.query('truncate bench_effects, bench_queue, payload_jobs cascade')
  await client.query('insert into bench_effects (id) select generate_series(1, $1::int)', [jobCount])
  if (kind === 'bare') await client.query('insert into bench_queue (id) select id from bench_effects')
  else await queueJobs(client, 1, jobCount)
  await client.query('vacuum analyze')
  const children = await Promise.all(Array.from({ length: workers }, () => startWorker(kind)))
  await client.query('select pg_stat_statements_reset()')
  const startedAt = performance.now()
  for (const child of children) child.send('go')
  await untilDone(client, kind)
  const seconds = (performance.now() - startedAt) / 1000
  await stopAll(children)
  const calls = (await listStatements(client)).reduce((sum, { perJob }) => sum + perJob, 0)
  const { rows } = await client.query('select count(*)::int as count from bench_effects where runs > 1')
  return { workers, jobsPerSecond: jobCount / seconds, ranTwice: rows[0].count, statementsPerJob: calls }
}

async function queueJobs(client: Client, from: number, to: number): Promise<void> {
  await client.query(
    `insert into payload_jobs (id, task_slug, queue, input)
     select gen_random_uuid(), 'benchUpdate', 'webhooks', jsonb_build_object('n', n) from generate_series($1::int, $2::int) n`,
    [from, to],
  )
}

async function untilDone(client: Client, kind: Kind): Promise<void> {
  const open =
    kind === 'bare'
      ? 'select 1 from bench_queue where not done limit 1'
      : 'select 1 from payload_jobs where completed_at is null and has_error is not true limit 1'
  for (const end = performance.now() + giveUpMs; (await client.query(open)).rowCount; await sleep(20)) {
    if (performance.now() > end) throw new Error(`${kind} did not finish ${jobCount} jobs in ${giveUpMs} ms`)
  }
}

/** An idle worker and one job at a time: from the commit of the job to its effect. */
async function measureStart(client: Client): Promise<JobFigures['startFromIdle']> {
  await client.query('truncate payload_jobs cascade')
  const child = await startWorker('ours')
  child.send('go')
  await sleep(1_500)
  for (let n = 1; n <= trials; n += 1) {
    await queueJobs(client, n, n)
    await untilDone(client, 'ours')
    await sleep(100 + Math.random() * 100)
  }
  await stopAll([child])
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from e.at - j.run_at) * 1000)::double precision as ms
     from payload_jobs j join bench_effects e on e.id = (j.input->>'n')::int order by 1`,
  )
  const at = (share: number) =>
    rows[Math.min(rows.length - 1, Math.ceil(rows.length * share) - 1)]?.ms ?? Number.NaN
  return { trials: rows.length, p50: at(0.5), p95: at(0.95) }
}

async function listStatements(client: Client): Promise<JobFigures['statements']> {
  const { rows } = await client.query<{ perJob: number; sql: string }>(
    `select calls::double precision / $1 as "perJob", left(regexp_replace(query, '\\s+', ' ', 'g'), 120) as sql
     from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and query not like '%pg_stat_statements%'
       and query not like 'select $1 from payload_jobs where completed_at%' and query not like 'select $1 from bench_queue%'
     order by calls desc`,
    [jobCount],
  )
  return rows.filter(({ perJob }) => perJob >= 0.001)
}

function startWorker(kind: Kind): Promise<ChildProcess> {
  const child = fork('bench/jobs/worker.ts', [kind], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: childEnvironment({ NODE_ENV: 'production', LOG_LEVEL: 'error' }),
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`A worker of the bench ended with ${code}`)))
  })
}

async function stopAll(children: ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map((child) => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      return ended
    }),
  )
}
