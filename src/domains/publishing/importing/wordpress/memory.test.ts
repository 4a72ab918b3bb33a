/** Memory grows with the number of documents and not with their texts. The full size is `npm run bench -- wordpress`. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { childEnvironment } from '@/src/platform/env'
import { testPayload } from '@/src/testing/harness'
import { writeExport } from '../fixtures/writeExport'

const megabyte = 1024 * 1024
let folder: string

beforeAll(async () => {
  await testPayload()
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!existsSync('/proc/self/status'))(
  'an export eighty times as large takes less than twice its own size more',
  async () => {
    const small = await peakOf(1)
    const large = await peakOf(80)
    // Held in memory, its bytes, its text and what is made of them would take three times its size at the least.
    expect(large - small).toBeLessThan(160)
  },
  300_000,
)

/** Largest memory in MB of a process that reads an export of so many megabytes and tries its first posts. */
async function peakOf(megabytes: number): Promise<number> {
  const path = join(folder, `${megabytes}.xml`)
  await writeExport(path, { bytes: megabytes * megabyte, paragraphs: 150 })
  expect(statSync(path).size).toBeGreaterThan(megabytes * megabyte)
  const args = ['src/cli/run.mjs', 'import', 'wordpress', path, '--dry-run', '--no-download', '--limit', '3']
  const child = spawn(process.execPath, args, { env: childEnvironment(), stdio: 'ignore' })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemoryOf(child.pid ?? 0))
  }, 100)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  expect(code).toBe(0)
  return peak
}

function peakMemoryOf(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}
