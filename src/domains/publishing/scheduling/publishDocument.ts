import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type PayloadRequest } from 'payload'
import { asSystem, asUser } from '@/src/platform/authority'
import { AppError } from '@/src/platform/errors'
import { FinalJobError, onceForJob } from '@/src/platform/jobs'
import { execute } from '@/src/platform/payload/execute'
import { mayPublishDocument } from '../access'
import { lockPlan } from './plannedJobs'
import { type DocumentKey, type Plannable, type PublishDocumentInput, plannable } from './schemas'

export type Outcome = { outcome: 'published' | 'withdrawn' | 'nothing to do' }

/**
 * Does what was planned, with the rights that its planner has now: publishes the newest draft as it is at this
 * moment, or withdraws the document and keeps its newest draft. Whether it is time is the queue's to know.
 * @throws FinalJobError ACCOUNT_GONE, ACCOUNT_DISABLED, PUBLISH_FORBIDDEN, DOCUMENT_GONE, DOCUMENT_TRASHED,
 * DOCUMENT_ARCHIVED, or the code of any refusal, such as VALIDATION_FAILED
 */
export async function publishDocument(req: PayloadRequest, input: PublishDocumentInput): Promise<Outcome> {
  const planner = await actAs(req, input.user)
  return onceForJob(planner, () => withoutAnotherTry(() => act(planner, input)))
}

/** A request of the planner, apart from the job's own, which other jobs may share. */
async function actAs(req: PayloadRequest, id: string): Promise<PayloadRequest> {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    disableErrors: true,
    depth: 0,
    // Who planned it was signed in then; nobody is now.
    ...asSystem(req),
  })
  if (!user) throw new FinalJobError('ACCOUNT_GONE', 'The account of whoever planned this is gone.')
  if (user.disabledAt) {
    throw new FinalJobError('ACCOUNT_DISABLED', 'The account of whoever planned this was disabled.')
  }
  return createLocalReq({ user: { ...user, collection: 'users' }, context: { ...req.context } }, req.payload)
}

async function act(
  req: PayloadRequest,
  { collection, id, action, at }: PublishDocumentInput,
): Promise<Outcome> {
  const key = { collection: plannable.find((known) => known === collection) as Plannable, id }
  await lockPlan(req, key)
  const { newest, isPublished } = await findBoth(req, key)
  if (!(await mayPublishDocument(req, collection, newest))) {
    throw new FinalJobError('PUBLISH_FORBIDDEN', 'Whoever planned this may not publish it any more.')
  }
  if (action === 'publish') {
    if (isPublished && newest._status === 'published') return { outcome: 'nothing to do' }
    await write(req, key, {
      data: { _status: 'published' },
      context: { isPlannedWrite: true, plannedFor: at },
    })
    return { outcome: 'published' }
  }
  if (!isPublished) return { outcome: 'nothing to do' }
  await write(req, key, { data: { _status: 'draft' }, context: { isPlannedWrite: true } })
  return { outcome: 'withdrawn' }
}

interface Newest {
  user?: unknown
  _status?: string | null
}

/** The planner may have lost the right to read it: that is told as what it is, further on. */
async function findBoth(req: PayloadRequest, { collection, id }: DocumentKey) {
  const newest = (await req.payload.findByID({
    collection,
    id,
    draft: true,
    trash: true,
    disableErrors: true,
    depth: 0,
    select: { user: true, _status: true, archivedAt: true, deletedAt: true },
    ...asSystem(req),
  })) as (Newest & { archivedAt?: string | null; deletedAt?: string | null }) | null
  if (!newest) throw new FinalJobError('DOCUMENT_GONE', 'The document was deleted.')
  if (newest.deletedAt) throw new FinalJobError('DOCUMENT_TRASHED', 'The document is in the trash.')
  if (newest.archivedAt) throw new FinalJobError('DOCUMENT_ARCHIVED', 'The document is archived.')
  const table = collection === 'content' ? sql`content` : sql`pages`
  const [live] = await execute<{ status: string }>(
    req,
    sql`select _status as status from ${table} where id = ${id}`,
  )
  return { newest, isPublished: live?.status === 'published' }
}

async function write(
  req: PayloadRequest,
  { collection, id }: DocumentKey,
  { data, context }: { data: { _status: 'published' | 'draft' }; context: Record<string, unknown> },
): Promise<void> {
  await req.payload.update({
    collection,
    id,
    data,
    context,
    // Readers were promised a moment; whoever has the document open keeps their draft.
    overrideLock: true,
    // What is withdrawn need not be complete.
    unpublishAllLocales: data._status === 'draft',
    depth: 0,
    ...asUser(req),
  })
}

/** A refusal stays one however often it is asked for; what broke on the way is worth another try. */
async function withoutAnotherTry<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FinalJobError || !(error instanceof Error)) throw error
    const status = 'status' in error ? error.status : 500
    if (typeof status !== 'number' || status >= 500) throw error
    throw new FinalJobError(codeOf(error, status), error.message)
  }
}

function codeOf(error: Error, status: number): string {
  if (error instanceof AppError) return error.code
  if (error.name === 'ValidationError') return 'VALIDATION_FAILED'
  return status === 403 ? 'PUBLISH_FORBIDDEN' : 'PUBLISH_REFUSED'
}
