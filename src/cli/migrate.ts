/** Brings the database up to the code, with an administrator; any number may run at once. */
import { migrations } from '@/migrations'
import { ensureFirstAdmin } from '@/src/domains/accounts'
import { setEnvDefaults } from '@/src/platform/env'
import { applyMigrations } from '@/src/platform/migrate'
import { payloadLoader } from './support/prepareDatabase'
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
    await step('Migrate', async (tell) => {
      const applied = await applyMigrations(migrations, payload.load, {
        onWait: () => tell('waiting for another process that is migrating'),
        onStep: tell,
      })
      return applied.length === 0 ? 'nothing to do' : `applied ${applied.join(', ')}`
    })
    const admin = await ensureFirstAdmin(await payload.load())
    if (admin.created) showSignIn(admin)
    await payload.destroy()
  })
})
