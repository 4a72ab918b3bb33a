/**
 * The plan of publications as the queue holds it: nothing else records it. A job is on the plan until it has had its
 * effect or was taken off; one that failed for good stays on it, until somebody plans anew.
 */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { cancelJob } from '@/src/platform/jobs'
import { execute } from '@/src/platform/payload/execute'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'
import type { Action, DocumentKey, Plannable } from './schemas'

export type PlanState = 'planned' | 'due' | 'running' | 'retrying' | 'failed'

export interface PlannedJob {
  id: string
  collection: Plannable
  document: string
  action: Action
  /** The moment it was planned for, in UTC. */
  at: string
  /** Who planned it. */
  user: string
  state: PlanState
  /** Why it failed, the last time. */
  reason: string | null
  code: string | null
}

export interface PlanFilter {
  jobId?: string
  collection?: Plannable
  ids?: string[]
  from?: Date
  to?: Date
  /** Only jobs on articles that belong to this account. */
  owner?: string
  state?: 'failed'
  limit?: number
}

/** Nobody else changes the plan of a document, or fires a job of it, until the caller's transaction ends. */
export function lockPlan(req: PayloadRequest, { collection, id }: DocumentKey): Promise<void> {
  return lockInTransaction(req, `plan:${collection}:${id}`)
}

/** In the order of time. The first conditions are those of the index that the migrations make. */
export function findPlannedJobs(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  { jobId, collection, ids, from, to, owner, state, limit = 500 }: PlanFilter,
): Promise<PlannedJob[]> {
  const conditions = [
    sql`j.task_slug = 'publishDocument' and j.completed_at is null and (j.error->>'cancelled') is distinct from 'true'`,
    sql`not exists (select 1 from job_effects e where e.job_id = j.id)`,
    jobId ? sql`j.id = ${jobId}` : undefined,
    collection ? sql`j.input->>'collection' = ${collection}` : undefined,
    ids ? sql`j.input->>'id' in (${list(ids)})` : undefined,
    from ? sql`j.input->>'at' >= ${from.toISOString()}` : undefined,
    to ? sql`j.input->>'at' < ${to.toISOString()}` : undefined,
    state ? sql`j.has_error` : undefined,
    owner
      ? sql`j.input->>'collection' = 'content'
          and exists (select 1 from content c where c.id = (j.input->>'id')::uuid and c.user_id = ${owner})`
      : undefined,
  ].filter((condition) => condition !== undefined)
  return execute<PlannedJob>(
    req,
    sql`select j.id, j.input->>'collection' as collection, j.input->>'id' as document, j.input->>'action' as action,
          j.input->>'at' as at, j.input->>'user' as "user", j.error->>'code' as code,
          coalesce(j.error->>'message', case when j.total_tried > 0 then (
            select l.error->>'message' from payload_jobs_log l where l._parent_id = j.id order by l._order desc limit 1
          ) end) as reason,
          case when j.has_error then 'failed' when j.processing then 'running' when j.total_tried > 0 then 'retrying'
            when j.run_at <= now() then 'due' else 'planned' end as state
        from payload_jobs j where ${sql.join(conditions, sql` and `)}
        order by j.input->>'at', j.id limit ${limit}`,
  )
}

/** One by one, so that each is looked up in the index. */
function list(ids: string[]) {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
}

/**
 * Takes jobs of a document off its plan, failed ones too. One that runs at this moment has no effect any more.
 * Needs the lock of the plan. @returns the ids of the jobs that were taken off.
 */
export async function dropPlannedJobs(
  req: PayloadRequest,
  { collection, id }: DocumentKey,
  { only, because }: { only?: Action[]; because: string },
): Promise<string[]> {
  const planned = await findPlannedJobs(req, { collection, ids: [id] })
  const dropped = planned.filter(({ action }) => !only || only.includes(action))
  for (const job of dropped) {
    if (job.state === 'failed') await settleFailed(req, job.id)
    else await cancelJob(req, job.id, because)
  }
  return dropped.map((job) => job.id)
}

/** It keeps its reason, and is neither shown as failed nor run again. */
async function settleFailed(req: PayloadRequest, id: string): Promise<void> {
  await execute(
    req,
    sql`update payload_jobs set error = coalesce(error, '{}'::jsonb) || '{"cancelled": true}'::jsonb,
          updated_at = now()
        where id = ${id} and has_error`,
  )
}
