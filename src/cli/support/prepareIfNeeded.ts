/** The step between the database and the build: tables, administrator and demo site, unless all are there. */
import type { FirstAdmin } from '@/src/domains/accounts'
import { env } from '@/src/platform/env'
import { connectDatabase } from '@/src/platform/postgres'
import { isPrepared, type Preparation } from './prepareDatabase'
import { runPrepare } from './runPrepare'
import { step } from './steps'

export async function prepareIfNeeded(signal: AbortSignal): Promise<FirstAdmin> {
  let admin: FirstAdmin = { email: env.ADMIN_EMAIL, generatedPassword: null, created: false }
  await step('Content', async (tell) => {
    const client = await connectDatabase(env.DATABASE_URL)
    try {
      if (!(await isPrepared(client))) {
        const preparation = await runPrepare(tell, signal)
        admin = preparation.admin
        return tellPreparation(preparation)
      }
      const { rows } = await client.query(
        "select email from users where role = 'admin' order by created_at limit 1",
      )
      admin = { ...admin, email: rows[0]?.email ?? admin.email }
      return 'up to date'
    } finally {
      await client.end()
    }
  })
  return admin
}

function tellPreparation({ applied, isSeeded }: Preparation): string {
  const count = applied.length === 1 ? '1 migration' : `${applied.length} migrations`
  const parts = [applied.length > 0 ? `${count} applied` : '', isSeeded ? 'demo site loaded' : '']
  return parts.filter(Boolean).join(', ') || 'up to date'
}
