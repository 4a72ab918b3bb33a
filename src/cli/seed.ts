/** Loads the demo site, whatever is there already; a second run changes nothing more. */
import { ensureFirstAdmin } from '@/src/domains/accounts'
import { runCommand } from './support/runCommand'
import { seedDemo } from './support/seedDemo'
import { showSignIn } from './support/showSignIn'
import { step } from './support/steps'
import { withPayload } from './support/withDatabase'

await runCommand(() =>
  withPayload(async (payload) => {
    const admin = await ensureFirstAdmin(payload)
    await step('Demo site', async (tell) => {
      await seedDemo(payload, tell, { isForced: true })
      return 'loaded'
    })
    if (admin.created) showSignIn(admin)
  }),
)
