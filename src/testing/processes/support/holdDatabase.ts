/** Opens the database, tells its address, and keeps it until told to leave. */
import { env } from '@/src/platform/env'
import { openDatabase } from '@/src/platform/postgres'

try {
  const database = await openDatabase()
  console.log(`${database.story}\nOPEN ${env.DATABASE_URL}`)
  process.on('SIGTERM', () => database.close().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
} catch (error) {
  console.log(`REFUSED ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
