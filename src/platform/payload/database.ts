import { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { applyChanges, knownVersions, related } from '@/src/platform/cache/answers'
import { recordReads } from '@/src/platform/cache/recordReads'
import { trackWrites } from '@/src/platform/cache/trackWrites'
import { env } from '@/src/platform/env'
import { safeJobs } from '@/src/platform/jobs/adapter/safeJobs'
import { keepsStatements } from './KeptText'
import { pageWithoutTotals } from './pageWithoutTotals'
import { leanFind } from './reads/leanFind'
import { pageByCursor } from './reads/pageByCursor'
import { rememberRelated } from './reads/rememberRelated'
import { refuseBadValues } from './refuseBadValues'
import { SurvivingPool } from './SurvivingPool'
import { safeTransactions } from './safeTransactions'
import { leanWrites } from './writes/leanWrites'

/** Milliseconds; a statement or an idle transaction that takes longer is a fault, not patience. */
const timeouts = { connect: 10_000, statement: 60_000, idleInTransaction: 60_000 }

/** PostgreSQL with migrations only (never dev push) and a pool that survives a restart of the server. */
export function database(migrationDir: string) {
  const adapter = postgresAdapter({
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
  const isKept = { keepsStatements: keepsStatements() }
  return {
    ...adapter,
    init: (args: Parameters<typeof adapter.init>[0]) =>
      refuseBadValues(
        recordReads(
          rememberRelated(
            pageByCursor(
              pageWithoutTotals(
                trackWrites(
                  // Innermost of those that read: it lends Payload's own `find` another connection.
                  safeJobs(
                    leanFind(leanWrites(safeTransactions(adapter.init(args)), isKept), {
                      ...isKept,
                      related,
                      versions: knownVersions(),
                    }),
                  ),
                  applyChanges,
                ),
              ),
            ),
            related,
          ),
        ),
      ),
  }
}
