/** The states of a job: read from its columns, stored nowhere. Each has a partial index, in whose order it is listed. */
import { sql } from '@payloadcms/db-postgres'

export const jobStates = ['running', 'waiting', 'later', 'failed', 'done', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export type Sql = ReturnType<typeof sql>

interface StateSql {
  where: Sql
  /** The column by which a list of this state runs. */
  at: Sql
  isNewestFirst: boolean
}

const pending = sql`processing is not true and completed_at is null and has_error is not true`

export const stateSql: Record<JobState, StateSql> = {
  running: { where: sql`processing`, at: sql`started_at`, isNewestFirst: true },
  waiting: { where: sql`${pending} and run_at <= now()`, at: sql`run_at`, isNewestFirst: false },
  later: { where: sql`${pending} and run_at > now()`, at: sql`run_at`, isNewestFirst: false },
  failed: {
    where: sql`has_error and (error->>'cancelled') is distinct from 'true'`,
    at: sql`updated_at`,
    isNewestFirst: true,
  },
  done: { where: sql`completed_at is not null`, at: sql`completed_at`, isNewestFirst: true },
  cancelled: {
    where: sql`has_error and error->>'cancelled' = 'true'`,
    at: sql`updated_at`,
    isNewestFirst: true,
  },
}

/** The state of one row, as SQL. */
export const stateOfRow = sql`case
  when processing then 'running'
  when completed_at is not null then 'done'
  when has_error and error->>'cancelled' = 'true' then 'cancelled'
  when has_error then 'failed'
  when run_at > now() then 'later'
  else 'waiting' end`
