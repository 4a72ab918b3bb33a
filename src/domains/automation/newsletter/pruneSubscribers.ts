import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { execute } from '@/src/platform/payload/execute'

/** Days after which an address is forgotten that was never confirmed. */
export const unconfirmedDays = 30

/** Forgets the addresses of those who never answered. */
export async function pruneSubscribers(req: PayloadRequest): Promise<{ forgotten: number }> {
  const before = new Date(now().getTime() - unconfirmedDays * 86_400_000).toISOString()
  const forgotten = await execute(
    req,
    sql`delete from subscribers
        where state = 'pending' and coalesce(asked_at, created_at) < ${before} returning id`,
    { reads: [] },
  )
  return { forgotten: forgotten.length }
}
