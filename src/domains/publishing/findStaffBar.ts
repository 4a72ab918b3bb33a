import type { PayloadRequest } from 'payload'
import { isStaff } from '@/src/platform/access'
import { asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { lookingAheadTo } from './readForecast'
import { listSchedule } from './scheduling/listSchedule'
import type { ScheduledJob } from './scheduling/sayScheduled'

/** What staff see on a page of the site. */
export interface StaffBarFacts {
  document: ShownDocument | null
  lookingAheadTo: Date | null
  /** The next things on the plan. */
  plan: ScheduledJob[]
}

export interface ShownDocument {
  collection: string
  id: string
  /** What is there of it: only what readers see, only a draft, or both. */
  state: 'published' | 'draft' | 'changed' | null
}

const shownPlans = 6

interface DocumentKey {
  collection: 'content' | 'pages' | 'categories' | 'tags' | 'profiles'
  id: string
}

/** `null` for readers. */
export async function findStaffBar(
  req: PayloadRequest,
  document: DocumentKey | undefined,
): Promise<StaffBarFacts | null> {
  if (!isStaff(req)) return null
  const { docs } = await listSchedule(req, { from: now(), limit: shownPlans })
  return {
    document: document ? { ...document, state: await stateOf(req, document) } : null,
    lookingAheadTo: lookingAheadTo(req),
    plan: docs.filter(({ state }) => state === 'planned'),
  }
}

async function stateOf(
  req: PayloadRequest,
  { collection, id }: DocumentKey,
): Promise<ShownDocument['state']> {
  if (collection !== 'content' && collection !== 'pages') return null
  const find = {
    collection,
    id,
    depth: 0,
    select: { _status: true },
    disableErrors: true,
    ...asUser(req),
  } as const
  const [shown, newest] = await Promise.all([
    req.payload.findByID(find),
    req.payload.findByID({ ...find, draft: true }),
  ])
  if (shown?._status !== 'published') return 'draft'
  return newest?._status === 'draft' ? 'changed' : 'published'
}
