import type { Client } from 'pg'
import { env } from '@/src/platform/env'
import { ConflictError } from '@/src/platform/errors'
import { connectDatabase } from '@/src/platform/postgres/checkDatabase'

/**
 * Runs `work` while no other process imports the same source. The lock lives on a connection of its own, so that it
 * ends with the process, however that ends.
 * @throws ConflictError IMPORT_RUNNING
 */
export async function withImportLock<Result>(source: string, work: () => Promise<Result>): Promise<Result> {
  const client = (await connectDatabase(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL)) as Client
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [`import:${source}`],
    )
    if (!rows[0]?.locked)
      throw new ConflictError('IMPORT_RUNNING', `Another process is importing ${source} right now.`)
    return await work()
  } finally {
    await client.end()
  }
}
