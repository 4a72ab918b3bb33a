import { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { env } from '@/src/platform/env'
import { SurvivingPool } from './SurvivingPool'

/** Milliseconds; a statement or an idle transaction that takes longer is a fault, not patience. */
const timeouts = { connect: 10_000, statement: 60_000, idleInTransaction: 60_000 }

/** PostgreSQL with migrations only (never dev push) and a pool that survives a restart of the server. */
export function database(migrationDir: string) {
  return postgresAdapter({
    idType: 'uuidv7',
    push: false,
    migrationDir,
    disableCreateDatabase: true,
    pg: { ...pg, Pool: SurvivingPool } as unknown as typeof pg,
    pool: {
      connectionString: env.DATABASE_URL,
      max: env.DATABASE_POOL_MAX,
      connectionTimeoutMillis: timeouts.connect,
      statement_timeout: timeouts.statement,
      idle_in_transaction_session_timeout: timeouts.idleInTransaction,
      application_name: 'masthead',
    },
  })
}
