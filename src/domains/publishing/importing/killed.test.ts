/** Imports whose process is killed on the way, with the very commands that people type. */
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { childEnvironment } from '@/src/platform/env'
import { testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { exportJson } from '../exporting'
import { importContent } from '.'
import { aGhostSite, ghostExport } from './ghost/fixtures/aGhostSite'

const total = 85
let payload: Payload
let sql: Client
let root: string

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'killed-'))
  await empty()
})
afterAll(() => sql.end())

const empty = () =>
  sql.query(
    'truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles, files cascade',
  )

test('a Ghost import goes on where it stopped: nothing half-written, nothing twice', {
  timeout: 180_000,
}, async () => {
  const path = aLargeSite()
  await killAfter(20, 'ghost', path)
  const before = await counted()
  expect(before.articles).toBeLessThan(total)
  const report = await importContent({ payload }, { kind: 'ghost', path })
  expect(report.documents).toMatchObject({ found: total + 1, failed: 0, skipped: 0 })
  expect(report.documents.unchanged).toBeGreaterThanOrEqual(before.articles)
  await expectWhole()
})

test('so does the import of an export of ours', { timeout: 180_000 }, async () => {
  await importContent({ payload }, { kind: 'ghost', path: aLargeSite() })
  const path = join(root, 'site.json')
  await exportJson({ payload }, { path })
  await empty()
  await killAfter(20, 'json', path)
  const before = await counted()
  expect(before.articles).toBeLessThan(total)
  const report = await importContent({ payload }, { kind: 'json', path })
  expect(report.documents).toMatchObject({ found: total + 1, failed: 0, skipped: 0 })
  expect(report.documents.unchanged).toBeGreaterThanOrEqual(before.articles)
  await expectWhole()
})

function aLargeSite(): string {
  const site = aGhostSite('5.130.6')
  for (let number = 0; number < total - 5; number += 1)
    site.posts.push({
      ...site.posts[0],
      id: `extra-${number}`,
      slug: `extra-${number}`,
      title: `Extra ${number}`,
    } as never)
  const path = join(root, 'ghost.json')
  writeFileSync(path, JSON.stringify(ghostExport(site, '5.130.6')))
  return path
}

async function killAfter(articles: number, kind: string, path: string): Promise<void> {
  const child = spawn('node', ['src/cli/run.mjs', 'import', kind, path], {
    env: childEnvironment({ DATABASE_URL: testDatabaseUrl(), LOG_LEVEL: 'error' }),
    stdio: 'ignore',
  })
  while ((await counted()).articles < articles) {
    if (child.exitCode !== null) throw new Error(`The import ended by itself: ${child.exitCode}`)
    await sleep(50)
  }
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  // Its connections end a moment later, and with them its lock.
  await sleep(500)
}

async function counted() {
  const { rows } = await sql.query<{ articles: number; slugs: number; halves: number }>(
    `select count(*)::int as articles, count(distinct slug)::int as slugs,
       (count(*) filter (where not exists (select 1 from _content_v v where v.parent_id = c.id)))::int as halves
     from content c`,
  )
  return rows[0] ?? { articles: 0, slugs: 0, halves: 0 }
}

async function expectWhole(): Promise<void> {
  expect(await counted()).toEqual({ articles: total, slugs: total, halves: 0 })
}
