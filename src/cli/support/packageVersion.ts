import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Masthead's own version. */
export function packageVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version
}
