/** Jobs for the tests of the queue. Each effect is a row: which job, which process, when. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { jobOf, onceForJob, type Task } from '@/src/platform/jobs'
import type { AnyTask } from '@/src/platform/jobs/guardTask'
import { execute } from '@/src/platform/payload/execute'

export interface TestInput {
  /** How long it works before its effect. */
  ms?: number
  /** Ends its own process there, as `kill -9` would. */
  diesAfter?: 'start' | 'effect'
  /** Only when this file does not exist yet; makes it. */
  key?: string
  failures?: number
}

export const effectsTable = `
  create table if not exists test_effects (
    id bigserial primary key, job_id uuid not null, pid integer not null, kind text not null,
    at timestamptz not null default clock_timestamp());
  create table if not exists test_counter (id integer primary key, value integer not null);
  insert into test_counter values (1, 0) on conflict do nothing`

const retries = { attempts: 5, backoff: { type: 'fixed', delay: 200 } } as const

function testTask(
  slug: string,
  handler: (req: PayloadRequest, input: TestInput) => Promise<unknown>,
  rest: Partial<Task> = {},
): AnyTask {
  return {
    slug,
    queue: 'webhooks',
    retries,
    handler: async ({ req, input }) => {
      await handler(req, input as TestInput)
      return { output: {} }
    },
    ...rest,
  } as AnyTask
}

export const testTasks: AnyTask[] = [
  /** One UPDATE of one row, as the benchmark's jobs do. */
  testTask('count', (req) => record(req, 'count')),
  testTask('countOnce', (req, input) => work(req, input, () => onceForJob(req, () => record(req, 'once')))),
  testTask('workLong', (req, input) => work(req, input, () => record(req, 'long'))),
  testTask('publishLike', (req) => record(req, 'publication'), { queue: 'publishing' }),
  testTask('bulk', (req, input) => work(req, input, () => record(req, 'bulk')), { queue: 'email' }),
  testTask('tick', (req) => record(req, 'tick'), { queue: 'maintenance' }),
  testTask('killItsWorker', (req, input) => work(req, { ...input, diesAfter: 'start' }, async () => {}), {
    whenGivenUp: (req, { id }) => record(req, 'told', id),
  }),
  testTask('failSometimes', async (req, { failures = 0 }) => {
    const [row] = await execute<{ count: string }>(
      req,
      sql`select count(*) from test_effects where job_id = ${jobOf(req).id}`,
    )
    await record(req, 'try')
    if (Number(row?.count) < failures) throw new Error('Not yet')
  }),
  testTask('failAlways', () => Promise.reject(new Error('It never works')), {
    retries: { attempts: 1, backoff: { type: 'fixed', delay: 100 } },
    whenGivenUp: (req, { id }) => record(req, 'told', id),
  }),
  testTask('failUnwritably', () => Promise.reject(new Error('half an emoji \ud83d and a \0')), {
    retries: 0,
  }),
  testTask('breakConnection', (req) => execute(req, sql`select pg_terminate_backend(pg_backend_pid())`), {
    whenGivenUp: (req, { id }) => record(req, 'told', id),
  }),
  testTask('hang', () => sleep(600_000), { timeoutSeconds: 1, retries: 0 }),
  testTask(
    'oneAtATime',
    async (req, input) => {
      await record(req, 'begin')
      await sleep(input.ms ?? 50)
      await record(req, 'end')
    },
    { concurrency: ({ input }) => (input as TestInput).key ?? null } as Partial<Task>,
  ),
]

async function work(req: PayloadRequest, { ms = 0, diesAfter }: TestInput, effect: () => Promise<unknown>) {
  if (diesAfter === 'start') process.kill(process.pid, 'SIGKILL')
  await sleep(ms)
  await effect()
  if (diesAfter === 'effect' && (await isFirstRun(req))) process.kill(process.pid, 'SIGKILL')
}

async function isFirstRun(req: PayloadRequest): Promise<boolean> {
  const [job] = await execute<{ crashes: string }>(
    req,
    sql`select crash_count as crashes from payload_jobs where id = ${jobOf(req).id}`,
  )
  return Number(job?.crashes) === 0
}

async function record(req: PayloadRequest, kind: string, id = jobOf(req).id): Promise<void> {
  await execute(
    req,
    sql`insert into test_effects (job_id, pid, kind) values (${id}, ${process.pid}, ${kind})`,
  )
}
