import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { holdsPlan } from '@/src/domains/billing'
import { activeUser, isEditor } from '@/src/platform/access'
import { execute } from '@/src/platform/payload/execute'

/** Whose texts the caller may read beyond what is public: `bodyReader` for all articles at once. */
export interface Reach {
  readsAll: boolean
  readsMembers: boolean
  /** Whose own articles. */
  reader: string | null
  /** Lists of plans of which the caller holds one, each joined by commas; null for those who pay for nothing. */
  planSets: string[] | null
}

export async function readReach(req: PayloadRequest): Promise<Reach> {
  const user = activeUser(req)
  if (!user) return { readsAll: false, readsMembers: false, reader: null, planSets: null }
  if (isEditor(req)) return { readsAll: true, readsMembers: true, reader: null, planSets: null }
  const reader = user.role === 'author' ? user.id : null
  return { readsAll: false, readsMembers: true, reader, planSets: await heldPlanSets(req) }
}

/** Billing knows what somebody holds, so it is asked for each list of plans that an article has. */
async function heldPlanSets(req: PayloadRequest): Promise<string[] | null> {
  // Whoever pays for anything at all holds some plan.
  if (!holdsPlan(req, [])) return null
  const rows = await execute<{ plans: string[] }>(
    req,
    sql`select distinct array_agg(text order by "order") as plans from content_texts where path = 'plans' group by parent_id`,
    { reads: ['content'] },
  )
  return ['', ...rows.filter(({ plans }) => holdsPlan(req, plans)).map(({ plans }) => plans.join(','))]
}
