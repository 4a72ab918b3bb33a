/** Makes the production build; needs no database. */
import { buildSite } from './support/buildSite'
import { runCommand } from './support/runCommand'
import { step } from './support/steps'

await runCommand(async () => {
  await step('Build', async (tell) => {
    await buildSite(tell)
    return 'done'
  })
})
