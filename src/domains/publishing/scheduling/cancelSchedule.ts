import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { ConflictError, ForbiddenError, NotFoundError } from '@/src/platform/errors'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { dropPlannedJobs, findPlannedJobs, lockPlan } from './plannedJobs'
import { sayScheduled } from './sayScheduled'
import type { Action, CancelScheduleInput, DocumentKey } from './schemas'

/**
 * Takes a job off the plan. With the publication of a document that readers do not see yet goes its withdrawal.
 * @returns the jobs that are gone.
 * @throws NOT_FOUND, PUBLISH_FORBIDDEN, SCHEDULE_FIRED
 */
export async function cancelSchedule(
  req: PayloadRequest,
  { jobId }: CancelScheduleInput,
): Promise<{ removed: string[] }> {
  const key = await findKey(req, jobId)
  return inTransaction(req, async () => {
    // A job that fires holds it: what was read before may have changed meanwhile.
    await lockPlan(req, key)
    const [job] = await findPlannedJobs(req, { jobId })
    if (!job) throw await whyNotPlanned(req, jobId)
    const [said] = await sayScheduled(req, [job])
    if (!said) throw new NotFoundError('Schedule')
    if (!said.mayChange) {
      throw new ForbiddenError('An editor plans this: you may not publish it.', 'PUBLISH_FORBIDDEN')
    }
    const isPointless = job.action === 'publish' && !(await isPublished(req, key))
    const only: Action[] = isPointless ? ['publish', 'unpublish'] : [job.action]
    return { removed: await dropPlannedJobs(req, key, { only, because: 'Taken off the plan.' }) }
  })
}

async function findKey(req: PayloadRequest, jobId: string): Promise<DocumentKey> {
  const [key] = await execute<DocumentKey>(
    req,
    sql`select input->>'collection' as collection, input->>'id' as id
        from payload_jobs where id = ${jobId} and task_slug = 'publishDocument'`,
  )
  if (!key) throw new NotFoundError('Schedule')
  return key
}

async function whyNotPlanned(req: PayloadRequest, jobId: string): Promise<Error> {
  const [fired] = await execute(
    req,
    sql`select 1 from payload_jobs j where id = ${jobId} and (completed_at is not null
          or exists (select 1 from job_effects e where e.job_id = j.id))`,
  )
  return fired
    ? new ConflictError('SCHEDULE_FIRED', 'It has happened already.')
    : new NotFoundError('Schedule')
}

async function isPublished(req: PayloadRequest, { collection, id }: DocumentKey): Promise<boolean> {
  const stored = await req.payload.db.findOne<{ id: string; _status?: string }>({
    collection,
    where: { id: { equals: id } },
    select: { _status: true },
    req,
  })
  return stored?._status === 'published'
}
