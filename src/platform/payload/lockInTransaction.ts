import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from './execute'

/** Waits until nobody else holds `key`, and holds it until the caller's transaction ends. */
export async function lockInTransaction(req: PayloadRequest, key: string): Promise<void> {
  if ((await req.transactionID) === undefined)
    throw new Error('A lock without a transaction would end at once')
  await execute(req, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
