import { sql } from '@payloadcms/db-postgres'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { PayloadRequest } from 'payload'

/** Waits until nobody else holds `key`, and holds it until the caller's transaction ends. */
export async function lockInTransaction(req: PayloadRequest, key: string): Promise<void> {
  const id = await req.transactionID
  const adapter = req.payload.db as unknown as DrizzleAdapter
  const session = id === undefined ? undefined : adapter.sessions?.[id]
  if (!session) throw new Error('lockInTransaction needs a request with a transaction')
  const transaction = session.db as { execute(query: ReturnType<typeof sql>): Promise<unknown> }
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
