/** `npm test`: everything that must hold. */
import { setEnv } from '@/src/platform/env'
import { buildSite } from './support/buildSite'
import { hashBuildInputs, isBuildFresh } from './support/buildState'
import { type Outcome, runBrowserTests, runProofs, runVitest } from './support/proofs'
import { quickProofs } from './support/quickProofs'
import { runCommand } from './support/runCommand'

// A developer's `.env` must not change what is proven.
setEnv({ VITEST: 'true' })

await runCommand(
  () =>
    runProofs([
      ...quickProofs,
      { title: 'Database', run: () => runVitest(['integration']) },
      { title: 'Build', run: build },
      { title: 'Processes', run: () => runVitest(['processes']) },
      { title: 'Browser', run: runBrowserTests },
    ]),
  { mode: 'development' },
)

async function build(tell: (text: string) => void): Promise<Outcome> {
  if (isBuildFresh(hashBuildInputs())) return { passed: 1, failed: 0, story: 'fresh' }
  await buildSite(tell)
  return { passed: 1, failed: 0, story: 'done' }
}
