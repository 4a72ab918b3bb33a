/** Brings the database up to the code, with an administrator; any number may run at once. */
import { migrations } from '@/migrations'
import { ensureFirstAdmin, type FirstAdmin } from '@/src/domains/accounts'
import { env, setEnvDefaults } from '@/src/platform/env'
import { applyMigrations } from '@/src/platform/migrate'
import { connectDatabase } from '@/src/platform/postgres'
import { hasUsers, payloadLoader } from './support/prepareDatabase'
import { runCommand } from './support/runCommand'
import { say } from './support/say'
import { showSignIn } from './support/showSignIn'
import { step } from './support/steps'
import { preferDirectDatabase, withDatabase } from './support/withDatabase'

await runCommand(async () => {
  setEnvDefaults({ LOG_LEVEL: 'warn' })
  await withDatabase(async ({ story }) => {
    say.quiet(`Using ${story}.`)
    preferDirectDatabase()
    const payload = payloadLoader()
    let admin: FirstAdmin | undefined
    await step('Migrate', async (tell) => {
      const applied = await applyMigrations(migrations, payload.load, {
        onWait: () => tell('waiting for another process that is migrating'),
        onStep: tell,
      })
      return applied.length === 0 ? 'nothing to do' : `applied ${applied.join(', ')}`
    })
    await step('Sign-in', async () => {
      if (await anyoneIsThere()) return 'an administrator is there'
      admin = await ensureFirstAdmin(await payload.load())
      return 'the first administrator was made'
    })
    if (admin?.created) showSignIn(admin)
    await payload.close()
  })
})

async function anyoneIsThere(): Promise<boolean> {
  const client = await connectDatabase(env.DATABASE_URL)
  try {
    return await hasUsers(client)
  } finally {
    await client.end()
  }
}
