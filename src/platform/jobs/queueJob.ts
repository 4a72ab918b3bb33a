import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest, TypedJobs } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'
import type { QueueName } from './queues'
import { tasksOf } from './tasksOf'

type Slug = Extract<keyof TypedJobs['tasks'], string>

export interface QueueJobInput<Name extends Slug = Slug> {
  task: Name
  input: TypedJobs['tasks'][Name]['input']
  /** Due then; at once when left out. */
  waitUntil?: Date
  /** At most one job ever carries it. Queueing a second one returns the first. */
  dedupeKey?: string
}

/** Queues a job in its task's queue, inside the request's transaction: it exists only if that commits. */
export function queueJob<Name extends Slug>(
  req: PayloadRequest,
  input: QueueJobInput<Name>,
): Promise<{ id: string }> {
  const { dedupeKey } = input
  return dedupeKey ? inTransaction(req, () => queueOnce(req, input, dedupeKey)) : queue(req, input)
}

async function queueOnce<Name extends Slug>(
  req: PayloadRequest,
  input: QueueJobInput<Name>,
  dedupeKey: string,
): Promise<{ id: string }> {
  await lockInTransaction(req, `job:${dedupeKey}`)
  const [known] = await execute<{ id: string }>(
    req,
    sql`select id from payload_jobs where dedupe_key = ${dedupeKey}`,
  )
  if (known) return known
  const job = await queue(req, input)
  await execute(req, sql`update payload_jobs set dedupe_key = ${dedupeKey} where id = ${job.id}`)
  return job
}

async function queue<Name extends Slug>(
  req: PayloadRequest,
  { task, input, waitUntil }: QueueJobInput<Name>,
): Promise<{ id: string }> {
  const job = await req.payload.jobs.queue({
    task,
    input,
    waitUntil,
    queue: queueOf(req, task),
    req,
  } as never)
  return { id: (job as { id: string }).id }
}

function queueOf(req: PayloadRequest, task: string): QueueName {
  const name = tasksOf(req.payload.config).find(({ slug }) => slug === task)?.queue
  if (!name) throw new Error(`There is no task ${task}`)
  return name
}
