/** Whether the production build was made from the files as they are now. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '@/src/platform/writeFileAtomically'

export const buildFolder = '.next'

const hashFile = join(buildFolder, 'masthead-inputs.sha256')
const folders = ['src', 'collections', 'globals', 'hooks', 'endpoints', 'public']
const files = [
  'payload.config.ts',
  'next.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'postcss.config.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** What the build does not read: the commands, tests, and the processes around Next. */
const ignored = /\.test\.tsx?$|^src\/(cli|testing|platform\/(front|postgres|processes))\//

export function hashBuildInputs(): string {
  const hash = createHash('sha256')
  const paths = [...folders.flatMap(filesUnder), ...files].filter(
    (path) => existsSync(path) && !ignored.test(path),
  )
  for (const path of paths.sort()) {
    const text = readFileSync(path)
    hash.update(`${path}\0${text.length}\0`).update(text)
  }
  return hash.digest('hex')
}

export function isBuildFresh(hash: string): boolean {
  const isComplete = existsSync(join(buildFolder, 'BUILD_ID')) && existsSync(hashFile)
  return isComplete && readFileSync(hashFile, 'utf8').trim() === hash
}

/** An interrupted build must not look like a finished one. */
export function forgetBuild(): void {
  rmSync(hashFile, { force: true })
}

export function rememberBuild(hash: string): void {
  writeFileAtomically(hashFile, `${hash}\n`)
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}
