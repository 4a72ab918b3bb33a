/** Takes back the migrations applied last together. */
import { Command } from 'commander'
import { migrations } from '@/migrations'
import { env, setEnvDefaults } from '@/src/platform/env'
import { rollbackMigrations } from '@/src/platform/migrate'
import { Refusal } from '@/src/platform/refusal'
import { payloadLoader } from './support/prepareDatabase'
import { runCommand } from './support/runCommand'
import { step } from './support/steps'
import { preferDirectDatabase, withDatabase } from './support/withDatabase'

const command = new Command('npm run db:rollback --')
  .description('Takes back the migrations that were applied last together. What they added is lost.')
  .option('--yes', 'in production, do it without being asked again')

await runCommand(async (args) => {
  const { yes } = command.parse(args, { from: 'user' }).opts<{ yes?: boolean }>()
  if (env.APP_ENV === 'production' && !yes) {
    throw new Refusal(
      'NOT_CONFIRMED',
      'A rollback in production loses what the last migrations added. Make a backup, then run `npm run db:rollback -- --yes`.',
    )
  }
  setEnvDefaults({ LOG_LEVEL: 'warn' })
  await withDatabase(async () => {
    preferDirectDatabase()
    const payload = payloadLoader()
    await step('Rollback', async (tell) => {
      const names = await rollbackMigrations(migrations, payload.load, { onStep: tell })
      return names.length === 0 ? 'nothing to take back' : `took back ${names.join(', ')}`
    })
    await payload.close()
  })
})
