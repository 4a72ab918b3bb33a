/** A process of its own that asks for the first administrator several times at once, and tells how many it made. */
import { setTestEnvironment } from '../testEnvironment'

// While modules are compiled nothing else may keep the process alive.
setInterval(() => {}, 1000)

const [databaseUrl = '', calls = '1'] = process.argv.slice(2)
setTestEnvironment({ databaseUrl, dataDir: '.data/tests' })
const { getPayload } = await import('payload')
const { default: config } = await import('@/payload.config')
const { ensureFirstAdmin } = await import('@/src/domains/accounts')
const payload = await getPayload({ config })
const made = await Promise.all(Array.from({ length: Number(calls) }, () => ensureFirstAdmin(payload)))
process.send?.(made.filter(({ created }) => created).length, undefined, {}, () => process.exit())
