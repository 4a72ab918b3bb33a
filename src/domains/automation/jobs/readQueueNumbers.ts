/** How much is in the queue. Reads the partial indexes alone: what is done, however much, costs nothing. */
import type { Client, Pool } from 'pg'
import { queues as namedQueues } from '@/src/platform/jobs/queues'

export interface QueueNumbers {
  queue: string
  running: number
  waiting: number
  later: number
  failed: number
  cancelled: number
  /** Seconds for which the longest waiting job has been due; null when none waits. */
  oldestSeconds: number | null
}

type Counts = Omit<QueueNumbers, 'queue'>

const pending = 'processing is not true and completed_at is null and has_error is not true'

const statement = `
  select coalesce(queue, 'default') as queue, 0 as running,
    count(*) filter (where run_at <= now())::int as waiting,
    count(*) filter (where run_at > now())::int as later, 0 as failed, 0 as cancelled,
    extract(epoch from clock_timestamp() - min(run_at) filter (where run_at <= now()))::double precision as "oldestSeconds"
  from payload_jobs where ${pending} group by queue
  union all
  select coalesce(queue, 'default'), count(*)::int, 0, 0, 0, 0, null from payload_jobs where processing group by queue
  union all
  select coalesce(queue, 'default'), 0, 0, 0,
    count(*) filter (where (error->>'cancelled') is distinct from 'true')::int,
    count(*) filter (where error->>'cancelled' = 'true')::int, null
  from payload_jobs where has_error group by queue`

/** Our queues first, in their order, each with its zeros; then those that somebody else named. */
export async function readQueueNumbers(database: Client | Pool): Promise<QueueNumbers[]> {
  const { rows } = await database.query<QueueNumbers>(statement)
  const numbers = new Map<string, Counts>(Object.keys(namedQueues).map((queue) => [queue, none]))
  for (const { queue, ...counts } of rows) numbers.set(queue, add(numbers.get(queue) ?? none, counts))
  return [...numbers].map(([queue, counts]) => ({ queue, ...counts }))
}

const none: Counts = { running: 0, waiting: 0, later: 0, failed: 0, cancelled: 0, oldestSeconds: null }

export function sumOf(numbers: QueueNumbers[]): Counts {
  return numbers.reduce<Counts>((sum, counts) => add(sum, counts), none)
}

function add(a: Counts, b: Counts): Counts {
  const ages = [a.oldestSeconds, b.oldestSeconds].filter((age) => age !== null)
  return {
    running: a.running + b.running,
    waiting: a.waiting + b.waiting,
    later: a.later + b.later,
    failed: a.failed + b.failed,
    cancelled: a.cancelled + b.cancelled,
    oldestSeconds: ages.length > 0 ? Math.max(0, ...ages) : null,
  }
}
