import { resolve } from 'node:path'

/** How one of our own commands is started as a process. */
export function commandOf(name: string, ...args: string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [resolve('src/cli/run.mjs'), name, ...args] }
}
