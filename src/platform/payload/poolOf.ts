import type { Payload } from 'payload'
import type { Pool } from 'pg'

/** Payload's own connections, for plain SQL outside of any transaction. */
export function poolOf({ payload }: { payload: Pick<Payload, 'db'> }): Pool {
  return (payload.db as unknown as { pool: Pool }).pool
}
