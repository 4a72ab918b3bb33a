import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** `payload.destroy()` forgets the pool and leaves its connections open. */
export async function closePayload(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as Partial<PostgresAdapter>
  await payload.destroy()
  await pool?.end()
}
