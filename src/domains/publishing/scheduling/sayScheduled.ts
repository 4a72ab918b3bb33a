import type { PayloadRequest } from 'payload'
import { asSystem, asUser } from '@/src/platform/authority'
import { mayPublishDocument } from '../access'
import type { PlannedJob, PlanState } from './plannedJobs'
import { type Action, type Plannable, plannable } from './schemas'

/** A planned act as the API tells it. */
export interface ScheduledJob {
  jobId: string
  collection: Plannable
  id: string
  title: string
  action: Action
  at: string
  /** Who planned it; the name is that of their byline. */
  user: { id: string; name: string | null }
  state: PlanState
  /** Why it failed, when it did. */
  failure: { message: string; code: string | null } | null
  /** Whether the caller may move it or take it off. */
  mayChange: boolean
}

interface Document {
  id: string
  title?: string | null
  user?: unknown
}

/** Leaves out the jobs of documents that the caller may not read. */
export async function sayScheduled(req: PayloadRequest, jobs: PlannedJob[]): Promise<ScheduledJob[]> {
  const documents = await findDocuments(req, jobs)
  const names = await findNames(req, jobs)
  const said: ScheduledJob[] = []
  for (const { id: jobId, collection, document, action, at, user, state, reason, code } of jobs) {
    const found = documents.get(`${collection}:${document}`)
    if (!found) continue
    const isTold = state === 'failed' || state === 'retrying'
    said.push({
      jobId,
      collection,
      id: document,
      title: found.title ?? '',
      action,
      at,
      user: { id: user, name: names.get(user) ?? null },
      state,
      failure: isTold ? { message: reason ?? 'It left no reason.', code } : null,
      mayChange: await mayPublishDocument(req, collection, found),
    })
  }
  return said
}

async function findDocuments(req: PayloadRequest, jobs: PlannedJob[]): Promise<Map<string, Document>> {
  const found = new Map<string, Document>()
  // One after the other: the caller may be in a transaction, which is one connection.
  for (const collection of plannable) {
    const ids = [...new Set(jobs.filter((job) => job.collection === collection).map((job) => job.document))]
    if (ids.length === 0) continue
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: ids } },
      draft: true,
      depth: 0,
      pagination: false,
      select: { title: true, user: true },
      ...asUser(req),
    })
    for (const doc of docs) found.set(`${collection}:${doc.id}`, doc)
  }
  return found
}

async function findNames(req: PayloadRequest, jobs: PlannedJob[]): Promise<Map<string, string>> {
  const ids = [...new Set(jobs.map(({ user }) => user))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { user: { in: ids } },
    depth: 0,
    pagination: false,
    select: { name: true, user: true },
    // Colleagues know each other by their bylines, which only editors may look up by account.
    ...asSystem(req),
  })
  return new Map(docs.flatMap(({ user, name }) => (typeof user === 'string' ? [[user, name] as const] : [])))
}
