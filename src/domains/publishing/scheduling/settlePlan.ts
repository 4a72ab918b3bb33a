/**
 * What people do by hand goes before what was planned. Publishing now takes a planned publication off the plan and
 * leaves a planned withdrawal; withdrawing, archiving or trashing a document takes everything off.
 */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { dropPlannedJobs, findPlannedJobs, lockPlan } from './plannedJobs'
import type { DocumentKey } from './schemas'

/** How a document with a plan was before somebody wrote to it. */
export interface HeldPlan {
  key: DocumentKey
  wasPublished: boolean
}

/** Before a write that readers may notice. @returns null when nothing is planned, which costs one look at an index. */
export async function holdPlan(req: PayloadRequest, key: DocumentKey): Promise<HeldPlan | null> {
  const filter = { collection: key.collection, ids: [key.id] }
  if ((await findPlannedJobs(req, filter)).length === 0) return null
  // Locked before the document is written, in the order of a job that fires: else each would wait for the other.
  await lockPlan(req, key)
  const table = key.collection === 'content' ? sql`content` : sql`pages`
  const [stored] = await execute<{ status: string }>(
    req,
    sql`select _status as status from ${table} where id = ${key.id}`,
  )
  return { key, wasPublished: stored?.status === 'published' }
}

interface Written {
  _status?: string | null
  archivedAt?: string | null
  deletedAt?: string | null
}

/** After the write. */
export async function settlePlan(
  req: PayloadRequest,
  { key, wasPublished }: HeldPlan,
  { _status, archivedAt, deletedAt }: Written,
): Promise<void> {
  if (deletedAt) return drop(req, key, 'It went to the trash.')
  if (archivedAt) return drop(req, key, 'It was archived.')
  if (_status === 'published') return drop(req, key, 'It was published by hand.', true)
  if (wasPublished) await drop(req, key, 'It was withdrawn by hand.')
}

/** Before a document is deleted for good. */
export async function dropPlan(req: PayloadRequest, key: DocumentKey): Promise<void> {
  await lockPlan(req, key)
  await drop(req, key, 'It was deleted.')
}

async function drop(req: PayloadRequest, key: DocumentKey, because: string, isPublication = false) {
  await dropPlannedJobs(req, key, { only: isPublication ? ['publish'] : undefined, because })
}
