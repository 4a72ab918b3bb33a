import { resolve } from 'node:path'

/** A web process makes much that lives for one answer: more room for it, less time spent tidying. Megabytes. */
const webFlags = ['--max-semi-space-size=32']

/** How one of our own commands is started as a process. */
export function commandOf(name: string, ...args: string[]): { command: string; args: string[] } {
  const flags = name === 'web' ? webFlags : []
  return { command: process.execPath, args: [...flags, resolve('src/cli/run.mjs'), name, ...args] }
}
