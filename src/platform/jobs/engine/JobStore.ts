/**
 * The queue's own SQL. Every time in it is the database's: a worker whose clock is wrong starts nothing early and
 * holds nothing longer. Each method is one statement, so nothing is half done when the connection goes.
 */
import type pg from 'pg'
import { channels } from '@/src/platform/bus'
import { type Outcome, type OutcomeLog, settleStatement } from './settleStatement'

/** A job as Payload's runner knows it, with what a safe write needs beside it. */
export interface ClaimedJob {
  id: string
  input: Record<string, unknown>
  taskSlug: string | null
  queue: string
  concurrencyKey: string | null
  totalTried: number
  crashCount: number
  fence: number
  processing: boolean
  log: Record<string, unknown>[]
  createdAt: string
  updatedAt: string
  [field: string]: unknown
}

export interface Lease {
  /** Row of `job_workers`. */
  owner: string
  seconds: number
}

/** A lease and its number: what a late worker no longer holds. */
export interface Held {
  id: string
  fence: number
}

export interface ReapedJob {
  id: string
  task: string
  crashCount: number
  isParked: boolean
}

/** A job that was in the hands of so many workers when they died is not given to another. */
export const crashLimit = 5

const pending = 'processing is not true and completed_at is null and has_error is not true'

const asPayloadSeesIt = `
  j.id, j.input, j.task_slug as "taskSlug", j.queue, j.concurrency_key as "concurrencyKey",
  j.total_tried::int as "totalTried", j.crash_count::int as "crashCount", j.fence::int as fence,
  j.processing, j.error, j.created_at as "createdAt", j.updated_at as "updatedAt",
  case when j.total_tried > 0 or j.task_slug is null then (
    select json_agg(json_build_object('id', l.id, 'taskSlug', l.task_slug, 'taskID', l.task_i_d, 'state', l.state,
      'input', l.input, 'output', l.output, 'error', l.error,
      'executedAt', l.executed_at, 'completedAt', l.completed_at) order by l._order)
    from payload_jobs_log l where l._parent_id = j.id) end as log`

const takeIt = `
  processing = true, fence = coalesce(j.fence, 0) + 1, lease_owner = $1,
  lease_until = now() + $2::double precision * interval '1 second', started_at = now(), updated_at = now()`

export class JobStore {
  constructor(private readonly pool: () => pg.Pool) {}

  /**
   * Claims up to `takes[queue]` due jobs of each queue, at most one of each concurrency key.
   * @param tasks those that this worker knows: a newer release's jobs wait for its workers.
   */
  async claim(
    { owner, seconds }: Lease,
    takes: ReadonlyMap<string, number>,
    tasks: string[],
  ): Promise<ClaimedJob[]> {
    const sql = `
      with wanted as (select * from unnest($3::text[], $4::int[]) as w(queue, take)),
      due as (
        select d.id, row_number() over (partition by coalesce(d.concurrency_key, d.id::text) order by d.run_at) as nth
        from wanted w cross join lateral (
          select id, concurrency_key, run_at from payload_jobs p
          where p.queue = w.queue and ${pending} and run_at <= now() and (task_slug is null or task_slug = any($5))
            and (concurrency_key is null or not exists (
              select 1 from payload_jobs r where r.processing and r.concurrency_key = p.concurrency_key))
          order by run_at limit w.take for no key update skip locked
        ) d
      )
      update payload_jobs j set ${takeIt} from due where j.id = due.id and due.nth = 1
      returning ${asPayloadSeesIt}`
    return this.claimAgainOnConflict(sql, [owner, seconds, [...takes.keys()], [...takes.values()], tasks])
  }

  /** Claims those of `ids` that nobody holds and that are not done. */
  async claimByIds({ owner, seconds }: Lease, ids: string[], isDueOnly: boolean): Promise<ClaimedJob[]> {
    const sql = `
      with free as (
        select id, row_number() over (partition by coalesce(concurrency_key, id::text) order by run_at) as nth
        from (
          select id, concurrency_key, run_at from payload_jobs p
          where id = any($3::uuid[]) and ${pending} and (run_at <= now() or not $4::boolean)
            and (concurrency_key is null or not exists (
              select 1 from payload_jobs r where r.processing and r.concurrency_key = p.concurrency_key))
          for no key update skip locked
        ) f
      )
      update payload_jobs j set ${takeIt} from free where j.id = free.id and free.nth = 1
      returning ${asPayloadSeesIt}`
    return this.claimAgainOnConflict(sql, [owner, seconds, ids, isDueOnly])
  }

  /** @returns ids that are still ours; another worker, or nobody, has the others. */
  async renew({ owner, seconds }: Lease, held: Held[]): Promise<Set<string>> {
    const { rows } = await this.pool().query<{ id: string }>(
      `update payload_jobs j set lease_until = now() + $2::double precision * interval '1 second'
       from unnest($3::uuid[], $4::numeric[]) as h(id, fence)
       where j.id = h.id and j.fence = h.fence and j.processing and j.lease_owner = $1 returning j.id`,
      [owner, seconds, held.map(({ id }) => id), held.map(({ fence }) => fence)],
    )
    return new Set(rows.map(({ id }) => id))
  }

  /**
   * Takes jobs back from workers that no longer renew: not a try, but a crash. From the second on they wait longer
   * and longer, and at the limit they are parked as failed.
   * @param graceSeconds for rows that somebody marked as running without a lease.
   */
  async reap(graceSeconds: number, tellsOf: string[]): Promise<ReapedJob[]> {
    const { rows } = await this.pool().query<ReapedJob>(
      `with lost as (
        select id from payload_jobs
        where processing and (lease_until < now() or (lease_until is null and updated_at < now() - $1::double precision * interval '1 second'))
        limit 1000 for no key update skip locked
      ), taken as (
        update payload_jobs j set
          processing = false, lease_owner = null, lease_until = null, fence = coalesce(j.fence, 0) + 1,
          crash_count = coalesce(j.crash_count, 0) + 1,
          has_error = coalesce(j.crash_count, 0) + 1 >= ${crashLimit},
          error = case when coalesce(j.crash_count, 0) + 1 >= ${crashLimit} then jsonb_build_object(
            'message', format('It was given up: %s workers ended while they ran it.', j.crash_count + 1),
            'code', 'JOB_PARKED') else j.error end,
          wait_until = case when coalesce(j.crash_count, 0) = 0 then j.wait_until
            else now() + 5 * 2 ^ j.crash_count * interval '1 second' end,
          updated_at = now()
        from lost where j.id = lost.id
        returning j.id, j.task_slug, j.queue, j.crash_count, j.has_error
      ), told as (
        insert into payload_jobs (id, task_slug, queue, input)
        select gen_random_uuid(), 'tellGivenUp', queue, jsonb_build_object('id', id) from taken
        where has_error and task_slug = any($2::text[])
      )
      select id, task_slug as task, crash_count::int as "crashCount", has_error as "isParked",
        pg_notify('${channels.jobs}', queue) from taken`,
      [graceSeconds, tellsOf],
    )
    return rows
  }

  /** Gives jobs back unfinished and at once due, as a worker that is told to stop does: neither try nor crash. */
  async handBack(held: Held[]): Promise<void> {
    await this.pool().query(
      `with back as (
        update payload_jobs j set processing = false, lease_owner = null, lease_until = null, fence = j.fence + 1,
          updated_at = now()
        from unnest($1::uuid[], $2::numeric[]) as h(id, fence)
        where j.id = h.id and j.fence = h.fence and j.processing returning j.queue
      ) select pg_notify('${channels.jobs}', queue) from (select distinct queue from back) as queues`,
      [held.map(({ id }) => id), held.map(({ fence }) => fence)],
    )
  }

  /** Writes how jobs went, with their log rows. @returns ids of those that were still held. */
  async settle(outcomes: Outcome[], logs: OutcomeLog[], query = this.query): Promise<Set<string>> {
    const rows = await query<{ id: string }>(settleStatement(channels.jobs), [toJson(outcomes), toJson(logs)])
    return new Set(rows.map(({ id }) => id))
  }

  /** Milliseconds until the next job of each queue is due: 0 or less when one is, nothing when there is none. */
  async nextDue(queues: string[], tasks: string[]): Promise<Map<string, number>> {
    const { rows } = await this.pool().query<{ queue: string; ms: number }>(
      `select q as queue, (extract(epoch from next.run_at - clock_timestamp()) * 1000)::double precision as ms
       from unnest($1::text[]) as q cross join lateral (
         select run_at from payload_jobs where queue = q and ${pending} and (task_slug is null or task_slug = any($2))
         order by run_at limit 1) as next`,
      [queues, tasks],
    )
    return new Map(rows.map(({ queue, ms }) => [queue, ms]))
  }

  /** Queues that have anything to do, whenever it is due. */
  async busyQueues(): Promise<string[]> {
    const { rows } = await this.pool().query<{ queue: string }>(
      `with recursive q as (
         (select queue from payload_jobs where ${pending} order by queue limit 1)
         union all
         select (select queue from payload_jobs where ${pending} and queue > q.queue order by queue limit 1)
         from q where q.queue is not null)
       select queue from q where queue is not null`,
    )
    return rows.map(({ queue }) => queue)
  }

  /** The job as it stands, for a worker that lost it. */
  async find(id: string): Promise<ClaimedJob | undefined> {
    const { rows } = await this.pool().query<ClaimedJob & { hasError: boolean }>(
      `select ${asPayloadSeesIt}, j.has_error as "hasError", j.completed_at as "completedAt" from payload_jobs j where id = $1`,
      [id],
    )
    return rows[0]
  }

  /** Whether the database is there for others just now. */
  async isAnswering(): Promise<boolean> {
    return this.query('select 1', []).then(
      () => true,
      () => false,
    )
  }

  private query = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> =>
    (await this.pool().query<Row>(sql, values)).rows

  /** Two workers may see the same key free at the same moment: the unique index lets one of them have it. */
  private async claimAgainOnConflict(sql: string, values: unknown[]): Promise<ClaimedJob[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.query<ClaimedJob>(sql, values)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        const isConflict = code === '23505' || code === '40P01'
        if (!isConflict) throw error
        if (tries === 5) return []
      }
    }
  }
}

const unwritable = /[\0\ud800-\udfff]/

/** Text as PostgreSQL holds it: no NUL, no half of a surrogate pair; numbers that JSON has none for become text. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each)
    if (typeof each !== 'string' || !unwritable.test(each)) return each
    return Buffer.from(each.replaceAll('\0', '')).toString()
  })
}
