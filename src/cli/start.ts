/** `npm start`: the whole CMS, with nothing else installed. */
import { setEnvDefaults } from '@/src/platform/env'
import { buildSite } from './support/buildSite'
import { hashBuildInputs, isBuildFresh } from './support/buildState'
import { runCommand } from './support/runCommand'
import { runSite } from './support/runSite'
import { step } from './support/steps'

await runCommand(() => {
  setEnvDefaults({ LOG_LEVEL: 'warn' })
  return runSite({
    build: (signal) =>
      step('Build', async (tell) => {
        if (isBuildFresh(hashBuildInputs())) return 'fresh'
        tell('the first takes a minute or two')
        await buildSite(tell, signal)
        return 'done'
      }),
  })
})
