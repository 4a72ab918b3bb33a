import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { NotFoundError } from '@/src/platform/errors'
import { execute } from '@/src/platform/payload/execute'
import { type Failure, iso, type Job, type JobRow, jobColumns, jobsOfRows } from './jobRow'
import { maskSecrets } from './maskSecrets'

/** One run of the job that came to an end. */
export interface JobTry {
  startedAt: string
  endedAt: string
  outcome: 'succeeded' | 'failed'
  message: string | null
  stack: string | null
  output: unknown
  /** It belongs to an earlier life of the job, before somebody had it run again. */
  isBeforeRetry: boolean
}

export interface JobDetails extends Job {
  /** The clock by which its state was told. */
  at: string
  /** What it was given, with secrets blanked. */
  input: unknown
  stack: string | null
  leaseUntil: string | null
  dedupeKey: string | null
  concurrencyKey: string | null
  /** The latest first; a job that was killed leaves none. */
  history: JobTry[]
}

interface DetailsRow extends JobRow {
  readAt: Date | string
  leaseUntil: Date | string | null
  dedupeKey: string | null
  concurrencyKey: string | null
}

interface LogRow {
  startedAt: Date | string
  endedAt: Date | string
  outcome: 'succeeded' | 'failed'
  error: Failure | null
  output: unknown
  isBeforeRetry: boolean
}

const mostTries = 50

/** @throws NotFoundError */
export async function findJob(req: PayloadRequest, { id }: { id: string }): Promise<JobDetails> {
  const [row] = await execute<DetailsRow>(
    req,
    sql`select ${jobColumns}, lease_until as "leaseUntil", dedupe_key as "dedupeKey",
          concurrency_key as "concurrencyKey", now() as "readAt" from payload_jobs j where id = ${id}`,
  )
  if (!row) throw new NotFoundError('Job')
  const [[job], history] = await Promise.all([jobsOfRows(req, [row]), readHistory(req, id)])
  return {
    ...(job as Job),
    at: iso(row.readAt),
    input: maskSecrets(row.input),
    stack: (row.error?.stack ? row.error : row.lastFailure)?.stack ?? null,
    leaseUntil: iso(row.leaseUntil),
    dedupeKey: row.dedupeKey,
    concurrencyKey: row.concurrencyKey,
    history,
  }
}

async function readHistory(req: PayloadRequest, id: string): Promise<JobTry[]> {
  const rows = await execute<LogRow>(
    req,
    sql`select executed_at as "startedAt", completed_at as "endedAt", state as outcome, error, output,
          task_i_d = 'before' as "isBeforeRetry"
        from payload_jobs_log where _parent_id = ${id} order by executed_at desc, _order desc limit ${mostTries}`,
  )
  return rows.map(({ startedAt, endedAt, outcome, error, output, isBeforeRetry }) => ({
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
    outcome,
    message: error?.message ?? null,
    stack: error?.stack ?? null,
    output: maskSecrets(output),
    isBeforeRetry,
  }))
}
