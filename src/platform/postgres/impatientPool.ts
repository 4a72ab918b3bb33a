import pg from 'pg'
import { env } from '@/src/platform/env'

/** A few connections for questions whose late answer is no answer: health and metrics. */
export function impatientPool(name: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    allowExitOnIdle: true,
    application_name: `masthead ${name}`,
  })
  pool.on('error', () => {})
  return pool
}
