/** Runs `next build` and shows of its many lines only the one it is at, unless it fails. */
import { spawn } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'
import { childEnvironment, isSet } from '@/src/platform/env'
import { Refusal } from '@/src/platform/refusal'
import { forgetBuild, hashBuildInputs, rememberBuild } from './buildState'
import { compressAssets } from './compressAssets'

const neededBytes = 700 * 1024 * 1024

/** Placeholders: the configuration wants these to load, and a build opens no database and signs nothing. */
const placeholders = {
  PAYLOAD_SECRET: 'only-for-building-never-used-to-sign-anything',
  DATABASE_URL: 'postgres://build@127.0.0.1:1/none',
}

export async function buildSite(tell: (text: string) => void, signal?: AbortSignal): Promise<void> {
  refuseLittleSpace()
  const hash = hashBuildInputs()
  forgetBuild()
  const { status, output } = await runNextBuild(tell, signal)
  if (status === 0) {
    tell('Compressing')
    await compressAssets()
    return rememberBuild(hash)
  }
  if (signal?.aborted) throw new Refusal('STOPPED', 'Stopped before the build was done.')
  if (/ENOSPC|No space left/i.test(output)) {
    throw new Refusal(
      'NO_SPACE',
      'No space left on the disk: the build could not be written. Free some and try again.',
    )
  }
  if (status === null || status === 137) {
    throw new Refusal(
      'BUILD_KILLED',
      'The build was killed, most likely for want of memory: it needs about 2 GB.',
    )
  }
  const lastLines = output.trimEnd().split('\n').slice(-40).join('\n')
  throw new Refusal('BUILD_FAILED', `The build failed. Its last lines:\n\n${lastLines}`)
}

function runNextBuild(tell: (text: string) => void, signal?: AbortSignal) {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      env: childEnvironment({
        ...missingPlaceholders(),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += stripVTControlCharacters(String(chunk))
        tell(shorten(output.trimEnd().split('\n').at(-1) ?? ''))
      })
    }
    child.on('error', (error) => (error.name === 'AbortError' ? undefined : reject(error)))
    child.on('close', (status) => resolve({ status, output }))
  })
}

function missingPlaceholders() {
  const missing = Object.entries(placeholders).filter(([name]) => !isSet(name as keyof typeof placeholders))
  return Object.fromEntries(missing)
}

function shorten(line: string): string {
  const text = line.trim().replace(/^[✓▲○ƒ⚠-]\s*/, '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function refuseLittleSpace(): void {
  const { bavail, bsize } = statfsSync('.')
  const free = bavail * bsize
  if (free >= neededBytes) return
  throw new Refusal(
    'NO_SPACE',
    `No space left: the build needs ${neededBytes / 1048576} MB and this disk has ${Math.floor(free / 1048576)} MB free.`,
  )
}
