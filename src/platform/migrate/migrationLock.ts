/** One process at a time changes the schema: the others wait here, on a connection of their own. */
import type { Client } from 'pg'
import { env } from '../env'
import { connectDatabase } from '../postgres'

/** "mast" in ASCII; any number that nobody else uses. */
const lockKey = 0x6d617374

/** @param onWait called when another process holds the lock. */
export async function withMigrationLock<Result>(
  run: (client: Client) => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  const direct = env.DATABASE_DIRECT_URL
  const client = await connectDatabase(
    direct ?? env.DATABASE_URL,
    direct ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL',
  )
  try {
    await client.query('set statement_timeout = 0')
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockKey])
    if (!rows[0].taken) {
      onWait()
      await client.query('select pg_advisory_lock($1)', [lockKey])
    }
    return await run(client)
  } finally {
    await client.end()
  }
}
