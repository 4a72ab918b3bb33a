/** Runs a command's work with the database open: the one of DATABASE_URL, or the embedded one. */
import type { Payload } from 'payload'
import { env, envFilePath, loadEnvFile, setEnv, setEnvDefaults } from '@/src/platform/env'
import { ensureEnvFile } from '@/src/platform/envFile'
import { closePayload } from '@/src/platform/payload/closePayload'
import { type OpenDatabase, openDatabase } from '@/src/platform/postgres'
import { loadPayload } from './loadPayload'
import { say } from './say'

/** Ctrl-C ends a command at once, but not before the server that it started is stopped. */
export async function withDatabase<Result>(
  run: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  if (ensureEnvFile(envFilePath()) === 'made') say.quiet('Wrote .env with a new secret.')
  loadEnvFile()
  const database = await openDatabase()
  const onSignal = () => void database.close().finally(() => process.exit(130))
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal)
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

/** As above, with Payload; its chatter about migrations and connections is not the command's. */
export function withPayload<Result>(run: (payload: Payload) => Promise<Result>): Promise<Result> {
  setEnvDefaults({ LOG_LEVEL: 'warn' })
  return withDatabase(async () => {
    const payload = await loadPayload()
    try {
      return await run(payload)
    } finally {
      await closePayload(payload)
    }
  })
}

/** Migrations need a connection of their own, which a transaction pooler does not give. */
export function preferDirectDatabase(): void {
  if (env.DATABASE_DIRECT_URL) setEnv({ DATABASE_URL: env.DATABASE_DIRECT_URL })
}
