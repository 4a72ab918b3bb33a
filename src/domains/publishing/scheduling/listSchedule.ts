import type { PayloadRequest } from 'payload'
import { activeUser, isEditor } from '@/src/platform/access'
import { asUser } from '@/src/platform/authority'
import { mayPublishDocument } from '../access'
import { findPlannedJobs } from './plannedJobs'
import { type ScheduledJob, sayScheduled } from './sayScheduled'
import type { DocumentKey, ListScheduleInput } from './schemas'

export interface ScheduleList {
  docs: ScheduledJob[]
  /** Whether there is more than `limit`. */
  hasMore: boolean
  /** Of one document: whether the caller may plan for it. */
  mayPlan?: boolean
}

/** What is planned and what could not be done, in the order of time: all for editors, their own for authors. */
export async function listSchedule(
  req: PayloadRequest,
  { collection, id, from, to, limit, state }: ListScheduleInput & { state?: 'failed' },
): Promise<ScheduleList> {
  const owner = isEditor(req) ? undefined : activeUser(req)?.id
  const filter = { collection, ids: id ? [id] : undefined, from, to, owner, state }
  const jobs = await findPlannedJobs(req, { ...filter, limit: limit + 1 })
  return {
    docs: await sayScheduled(req, jobs.slice(0, limit)),
    hasMore: jobs.length > limit,
    ...(collection && id && { mayPlan: await mayPlan(req, { collection, id }) }),
  }
}

async function mayPlan(req: PayloadRequest, { collection, id }: DocumentKey): Promise<boolean> {
  const document = (await req.payload.findByID({
    collection,
    id,
    draft: true,
    disableErrors: true,
    depth: 0,
    select: { user: true },
    ...asUser(req),
  })) as { user?: unknown } | null
  return document !== null && mayPublishDocument(req, collection, document)
}
