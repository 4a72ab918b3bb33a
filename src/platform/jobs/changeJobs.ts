/** What an operator does with jobs by hand. Each answers how many it changed; whoever may is the caller's affair. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { channels } from '@/src/platform/bus'
import { execute } from '@/src/platform/payload/execute'

/** Runs failed jobs again from the start, with all their tries. */
export async function retryJob(req: PayloadRequest, id: string): Promise<boolean> {
  return (await retry(req, sql`id = ${id}`)) > 0
}

export function retryFailedJobs(
  req: PayloadRequest,
  { task, queue }: { task?: string; queue?: string } = {},
): Promise<number> {
  return retry(
    req,
    sql`${task ? sql`task_slug = ${task}` : sql`true`} and ${queue ? sql`queue = ${queue}` : sql`true`}`,
  )
}

/** Takes a job off the queue; one that runs is told to stop, and what it writes from now on is refused. */
export async function cancelJob(req: PayloadRequest, id: string, message = 'Cancelled.'): Promise<boolean> {
  const rows = await execute(
    req,
    sql`update payload_jobs set has_error = true, processing = false, lease_owner = null, lease_until = null,
          fence = coalesce(fence, 0) + 1, error = jsonb_build_object('message', ${message}::text, 'cancelled', true),
          updated_at = now()
        where id = ${id} and completed_at is null and has_error is not true returning id`,
  )
  return rows.length > 0
}

async function retry(req: PayloadRequest, where: ReturnType<typeof sql>): Promise<number> {
  // The tries before are history: Payload counts them by the log's rows, so those are kept under another name.
  const rows = await execute(
    req,
    sql`with again as (
          update payload_jobs set has_error = false, error = null, total_tried = 0, crash_count = 0,
            wait_until = null, run_at = now(), updated_at = now()
          where has_error and (error->>'cancelled') is distinct from 'true' and ${where} returning id, queue
        ), cleared as (
          update payload_jobs_log l set task_i_d = 'before' from again where l._parent_id = again.id and l.task_i_d <> 'before'
        )
        select id, pg_notify(${channels.jobs}, queue) from again`,
  )
  return rows.length
}
