/** `npm run check`: the fast half of `npm test`. */
import { setEnv } from '@/src/platform/env'
import { runProofs } from './support/proofs'
import { quickProofs } from './support/quickProofs'
import { runCommand } from './support/runCommand'

// A developer's `.env` must not change what is proven.
setEnv({ VITEST: 'true' })

await runCommand(() => runProofs(quickProofs), { mode: 'development' })
