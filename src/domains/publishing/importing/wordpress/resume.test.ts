import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { childEnvironment } from '@/src/platform/env'
import { testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { importContent } from '..'
import { writeExport } from '../fixtures/writeExport'

let payload: Payload
let sql: Client
let folder: string
let path: string

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
  path = join(folder, 'export.xml')
})
afterAll(async () => {
  await sql.end()
  rmSync(folder, { recursive: true, force: true })
})

test('an import that was killed goes on where it stopped: nothing half-written, nothing twice', async () => {
  const posts = 80
  await writeExport(path, { posts })
  for (let kill = 0; kill < 2; kill += 1) await importUntil((await articles()) + 15)
  const interrupted = await articles()
  expect(interrupted).toBeGreaterThan(20)
  const { rows: halves } = await sql.query(
    `select slug from content c where not exists (select 1 from _content_v v where v.parent_id = c.id)
     or not exists (select 1 from redirects r where r."to" = '/articles/' || c.slug)
     or not exists (select 1 from imported_comments i where i.content_id = c.id)`,
  )
  expect(halves).toEqual([])
  const report = await importContent({ payload }, { kind: 'wordpress', path, download: false })
  expect(report.documents).toMatchObject({ found: posts, unchanged: interrupted, failed: 0 })
  const { rows } = await sql.query(
    `select count(*)::int as rows, count(distinct source_key)::int as keys, count(distinct slug)::int as slugs,
     (select count(*)::int from imported_comments) as comments from content`,
  )
  expect(rows).toEqual([{ rows: posts, keys: posts, slugs: posts, comments: posts }])
}, 240_000)

/** Starts the command and kills it, without any warning, when so many articles are there. */
async function importUntil(target: number): Promise<void> {
  const args = ['src/cli/run.mjs', 'import', 'wordpress', path, '--no-download']
  const child = spawn(process.execPath, args, { env: childEnvironment(), stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && (await articles()) < target) await sleep(20)
  child.kill('SIGKILL')
  await ended
}

async function articles(): Promise<number> {
  const { rows } = await sql.query<{ count: number }>('select count(*)::int as count from content')
  return rows[0]?.count ?? 0
}
