/** Loads the demo site, whatever is there already, or takes it out again; a second run changes nothing more. */
import { Command } from 'commander'
import type { Payload } from 'payload'
import { ensureFirstAdmin } from '@/src/domains/accounts'
import { runCommand } from './support/runCommand'
import { removeDemo, seedDemo } from './support/seedDemo'
import { showSignIn } from './support/showSignIn'
import { step } from './support/steps'
import { withPayload } from './support/withDatabase'

const command = new Command('npm run db:seed --')
  .description('Loads the demo publication. What you wrote yourself stays as it is.')
  .option('--remove', 'take the demo publication out again')

await runCommand((args) => {
  const { remove } = command.parse(args, { from: 'user' }).opts<{ remove?: boolean }>()
  return withPayload((payload) => (remove ? takeOut(payload) : load(payload)))
})

async function load(payload: Payload): Promise<void> {
  const admin = await ensureFirstAdmin(payload)
  await step('Demo site', async (tell) => {
    await seedDemo(payload, tell, { isForced: true })
    return 'loaded'
  })
  if (admin.created) showSignIn(admin)
}

async function takeOut(payload: Payload): Promise<void> {
  await step('Demo site', async () => {
    const removed = await removeDemo(payload)
    const counts = Object.entries(removed).filter(([, count]) => count > 0)
    return counts.length === 0
      ? 'was not there'
      : `removed ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}`
  })
}
