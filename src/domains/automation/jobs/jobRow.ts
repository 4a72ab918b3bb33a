/** A job as people are shown it, made of its row. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { findTitles, type TitledDocument } from './findTitles'
import { type JobState, stateOfRow } from './jobStates'
import { jobWordsOf } from './jobWords'
import { sayJob } from './sayJob'

export interface Job {
  id: string
  state: JobState
  /** What it does, or what became of it, and on which document. */
  sentence: string
  task: string
  /** The task as its label says it. */
  taskLabel: string
  queue: string
  documents: Pick<TitledDocument, 'collection' | 'id' | 'title' | 'isGone'>[]
  /** Times that it failed. */
  tries: number
  /** Workers that died with it. */
  crashes: number
  /** What the last failure said. */
  cause: string | null
  /** A literal code, where the failure had one. */
  code: string | null
  createdAt: string
  dueAt: string | null
  startedAt: string | null
  endedAt: string | null
  /** `host:pid` of the worker that runs it. */
  worker: string | null
  isRetryable: boolean
  isCancellable: boolean
}

export interface JobRow {
  id: string
  state: JobState
  task: string | null
  queue: string | null
  input: Record<string, unknown> | null
  tries: number | null
  crashes: number | null
  error: Failure | null
  lastFailure: Failure | null
  createdAt: Date | string
  dueAt: Date | string | null
  startedAt: Date | string | null
  endedAt: Date | string | null
  worker: string | null
}

export interface Failure {
  message?: string
  code?: string
  stack?: string
  cancelled?: boolean
}

/** Columns of `payload_jobs j`; the last failure is read from its log, because a job that is tried again keeps none. */
export const jobColumns = sql`
  id, ${stateOfRow} as state, task_slug as task, queue, input, total_tried::int as tries,
  crash_count::int as crashes, error, created_at as "createdAt", run_at as "dueAt", started_at as "startedAt",
  coalesce(completed_at, case when has_error then updated_at end) as "endedAt",
  case when processing then (
    select w.host || ':' || w.pid from job_workers w where w.id::text = j.lease_owner) end as worker,
  case when total_tried > 0 then (
    select l.error from payload_jobs_log l
    where l._parent_id = j.id and l.state = 'failed' order by l._order desc limit 1) end as "lastFailure"`

export async function jobsOfRows(req: PayloadRequest, rows: JobRow[]): Promise<Job[]> {
  const documents = rows.flatMap((row) => documentsOf(req, row))
  const titleOf = await findTitles(req, documents)
  return rows.map((row) => jobOfRow(req, row, titleOf))
}

function jobOfRow(req: PayloadRequest, row: JobRow, titleOf: Awaited<ReturnType<typeof findTitles>>): Job {
  const { id, state, error, lastFailure } = row
  const task = row.task ?? 'workflow'
  const label = taskLabelOf(req, task)
  // The one that went well is counted as well.
  const tries = Math.max(0, (row.tries ?? 0) - (state === 'done' ? 1 : 0))
  const failure = error?.message ? error : lastFailure
  const cause = failure?.message?.trim() || null
  const doing = jobWordsOf(task, label).say(row.input ?? {}, (document) => titleOf(document).words)
  const code = error?.code ?? null
  return {
    id,
    state,
    sentence: sayJob({ state, doing, tries, cause, isParked: code === 'JOB_PARKED' }),
    task,
    taskLabel: label,
    queue: row.queue ?? 'default',
    documents: documentsOf(req, row).map((document) => {
      const { words: _, ...titled } = titleOf(document)
      return titled
    }),
    tries,
    crashes: row.crashes ?? 0,
    cause: state === 'done' ? null : cause,
    code,
    createdAt: iso(row.createdAt),
    dueAt: iso(row.dueAt),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    worker: row.worker,
    isRetryable: state === 'failed',
    isCancellable: state === 'running' || state === 'waiting' || state === 'later',
  }
}

function documentsOf(req: PayloadRequest, { task, input }: JobRow) {
  const slug = task ?? 'workflow'
  return jobWordsOf(slug, taskLabelOf(req, slug)).documents?.(input ?? {}) ?? []
}

/** `makeRenditions` → `Make renditions`, for a task without a label, or one that is no longer there. */
export function taskLabelOf(req: PayloadRequest, task: string): string {
  const tasks = (req.payload.config.jobs?.tasks ?? []) as { slug: string; label?: string }[]
  const label = tasks.find(({ slug }) => slug === task)?.label
  if (label) return label
  const words = task.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function iso(date: Date | string): string
export function iso(date: Date | string | null): string | null
export function iso(date: Date | string | null): string | null {
  return date === null ? null : new Date(date).toISOString()
}
