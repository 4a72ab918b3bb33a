/** How many jobs ended, and how long they waited and ran, over the last hour or day. */
import type { Client, Pool } from 'pg'

export const spans = {
  hour: { seconds: 3_600, stepSeconds: 60 },
  day: { seconds: 86_400, stepSeconds: 900 },
} as const

export type Span = keyof typeof spans

/** Seconds, at the median and at the 95th of a hundred; null where nothing was done. */
export interface Quantiles {
  p50: number | null
  p95: number | null
}

export interface RateFigures {
  done: number
  failed: number
  /** From due to begun. */
  waited: Quantiles
  /** From begun to done. */
  ran: Quantiles
}

export interface RateSlot extends RateFigures {
  /** Its beginning. */
  at: string
}

export interface JobRates extends RateFigures {
  span: Span
  stepSeconds: number
  /** Without gaps; the last one is still going on. */
  slots: RateSlot[]
}

interface DoneRow {
  at: string | null
  done: number
  waited: number[] | null
  ran: number[] | null
}

/** One pass over what was done since then, for each slot and for all together (`at` null). */
const doneStatement = `
  select at::text, done, waited, ran from (
    select extract(epoch from date_bin(make_interval(secs => $2), completed_at, timestamptz 'epoch'))::bigint as at,
      count(*)::int as done,
      percentile_cont(array[0.5, 0.95]) within group (
        order by greatest(0, extract(epoch from started_at - run_at))::double precision) as waited,
      percentile_cont(array[0.5, 0.95]) within group (
        order by greatest(0, extract(epoch from completed_at - started_at))::double precision) as ran
    from payload_jobs where completed_at > now() - make_interval(secs => $1)
    group by grouping sets ((1), ())
  ) as figures`

const failedStatement = `
  select extract(epoch from date_bin(make_interval(secs => $2), updated_at, timestamptz 'epoch'))::bigint::text as at,
    count(*)::int as failed
  from payload_jobs
  where has_error and updated_at > now() - make_interval(secs => $1) and (error->>'cancelled') is distinct from 'true'
  group by 1`

export async function readJobRates(database: Client | Pool, { span }: { span: Span }): Promise<JobRates> {
  const { seconds, stepSeconds } = spans[span]
  const values = [seconds, stepSeconds]
  const [done, failed, clock] = await Promise.all([
    database.query<DoneRow>(doneStatement, values),
    database.query<{ at: string; failed: number }>(failedStatement, values),
    database.query<{ now: number }>('select extract(epoch from now())::double precision as now'),
  ])
  const doneAt = new Map(done.rows.map((row) => [row.at, row]))
  const failedAt = new Map(failed.rows.map((row) => [row.at, row.failed]))
  const last = Math.floor((clock.rows[0]?.now ?? 0) / stepSeconds) * stepSeconds
  const count = seconds / stepSeconds
  const slots = Array.from({ length: count }, (_, index) => last - (count - 1 - index) * stepSeconds)
  return {
    span,
    stepSeconds,
    ...figuresOf(
      doneAt.get(null),
      failed.rows.reduce((sum, row) => sum + row.failed, 0),
    ),
    slots: slots.map((at) => ({
      at: new Date(at * 1000).toISOString(),
      ...figuresOf(doneAt.get(String(at)), failedAt.get(String(at)) ?? 0),
    })),
  }
}

function figuresOf(row: DoneRow | undefined, failed: number): RateFigures {
  return {
    done: row?.done ?? 0,
    failed,
    waited: quantilesOf(row?.waited),
    ran: quantilesOf(row?.ran),
  }
}

function quantilesOf(values: number[] | null | undefined): Quantiles {
  return { p50: rounded(values?.[0]), p95: rounded(values?.[1]) }
}

/** To the millisecond, which is all that the columns know. */
function rounded(seconds: number | undefined): number | null {
  return seconds === undefined || seconds === null ? null : Math.round(seconds * 1000) / 1000
}
