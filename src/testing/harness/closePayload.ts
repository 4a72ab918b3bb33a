import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** Payload forgets its pool without closing it; a database with connections can neither be copied nor dropped. */
export async function closePayload(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as PostgresAdapter
  await payload.destroy()
  await pool.end()
}
