/** How a job went, as one statement writes it for many jobs at once. */
export interface Outcome {
  id: string
  fence: number
  /** False while a workflow goes on: only its log grows. */
  ends: boolean
  completed: boolean
  has_error: boolean
  error: unknown
  total_tried: number
  /** Until the next try, from now by the database's clock; null: as it was. */
  wait_ms: number | null
  /** It broke its own connection: counted like a worker that died. */
  crashed: boolean
  /** Queue the job that tells of a failure for good. */
  tells: boolean
}

export interface OutcomeLog {
  job_id: string
  position: number
  id: string
  executed_at: string
  completed_at: string
  task_slug: string
  task_id: string
  input: unknown
  output: unknown
  state: string
  error: unknown
}

/** Only rows that are still held with the same fence are written, so a late worker's word counts for nothing. */
export function settleStatement(channel: string): string {
  return `
    with outcome as (
      select * from jsonb_to_recordset($1::jsonb) as o(
        id uuid, fence numeric, ends boolean, completed boolean, has_error boolean, error jsonb,
        total_tried numeric, wait_ms double precision, crashed boolean, tells boolean)
    ), settled as (
      update payload_jobs j set
        processing = not o.ends,
        lease_owner = case when not o.ends then j.lease_owner end,
        lease_until = case when not o.ends then j.lease_until end,
        completed_at = case when o.completed then now() end,
        has_error = o.has_error,
        error = o.error,
        total_tried = o.total_tried,
        crash_count = coalesce(j.crash_count, 0) + case when o.crashed then 1 else 0 end,
        wait_until = case when o.wait_ms is null then j.wait_until
          else now() + o.wait_ms * interval '1 millisecond' end,
        updated_at = now()
      from outcome o where j.id = o.id and j.fence = o.fence and j.processing
      returning j.id, j.queue, j.concurrency_key, o.tells, o.wait_ms
    ), logged as (
      insert into payload_jobs_log
        (_order, _parent_id, id, executed_at, completed_at, task_slug, task_i_d, input, output, state, error)
      select l.position, l.job_id, l.id, l.executed_at, l.completed_at, l.task_slug, l.task_id, l.input, l.output,
        l.state::enum_payload_jobs_log_state, l.error
      from jsonb_to_recordset($2::jsonb) as l(
        job_id uuid, position integer, id text, executed_at timestamptz, completed_at timestamptz, task_slug text,
        task_id text, input jsonb, output jsonb, state text, error jsonb)
      join settled on settled.id = l.job_id
    ), told as (
      insert into payload_jobs (id, task_slug, queue, input)
      select gen_random_uuid(), 'tellGivenUp', queue, jsonb_build_object('id', id) from settled where tells
    )
    select id, case when concurrency_key is not null or wait_ms is not null
      then pg_notify('${channel}', queue) end from settled`
}
