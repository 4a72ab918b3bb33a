/** Runs in a process of its own, for loading Payload changes the process that loads it: the runner of all tests. */
import type { TestServer } from '../server'

// While modules are compiled nothing else may keep the process alive.
setInterval(() => {}, 1000)

const { makeTemplates } = await import('../makeTemplates')
const members = await makeTemplates(JSON.parse(process.argv[2] ?? '{}') as TestServer)
process.send?.(members, undefined, {}, () => process.exit())
