/** What leaves comes back: every field of every record, in both forms, into an empty database. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast, testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { importArchive } from '../importing/archive/importArchive'
import { openJsonArchive } from '../importing/archive/openJsonArchive'
import { openMarkdownArchive } from '../importing/archive/openMarkdownArchive'
import type { ArchiveRecord } from './archiveFormat'
import { exportJson } from './exportJson'
import { exportMarkdown } from './exportMarkdown'
import { aWholeSite } from './fixtures/aWholeSite'
import { meaningOf } from './markdown/meaningOf'
import { openSnapshot, readRecords } from './readRecords'
import { isRichText } from './recordOf'

let payload: Payload
let sql: Client
let root: string

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'exporting-'))
  await empty()
})
afterAll(() => sql.end())

async function empty() {
  await sql.query(
    `truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles, media, market_quotes,
       imported_comments, site_settings, navigation, footer, seo_defaults, maintenance cascade`,
  )
}

async function everything(): Promise<ArchiveRecord[]> {
  const snapshot = await openSnapshot(payload)
  const all: ArchiveRecord[] = []
  for await (const record of readRecords(snapshot, { withPeople: true })) all.push(record)
  await payload.db.rollbackTransaction(String(snapshot.transactionID))
  return all
}

/** Bodies by what they say: Markdown makes new ids for its parts. */
function said(value: unknown): unknown {
  if (isRichText(value)) return meaningOf(value.root as never)
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, said(part)]))
}

describe('the JSON file', () => {
  test('brings everything back as it was, with the ids it had', async () => {
    await aWholeSite(payload, (await cast()).ann.id)
    const before = await everything()
    const report = await exportJson(
      { payload },
      { path: join(root, 'site.json'), withMedia: true, withPeople: true },
    )
    expect(report.missingFiles).toEqual([])
    await empty()
    const imported = await importArchive({ payload }, await openJsonArchive(join(root, 'site.json')))
    expect(imported.issues).toEqual([])
    expect(await everything()).toEqual(before)
  })

  test('is imported twice without a write', async () => {
    await aWholeSite(payload, (await cast()).ann.id)
    await exportJson({ payload }, { path: join(root, 'site.json'), withMedia: true, withPeople: true })
    const rows = async () =>
      (
        await sql.query(
          'select id, updated_at from content union select id, updated_at from _content_v order by 1',
        )
      ).rows
    const before = await rows()
    const again = await importArchive({ payload }, await openJsonArchive(join(root, 'site.json')))
    expect(again.documents).toMatchObject({ imported: 0, updated: 0, failed: 0, skipped: 0 })
    expect(again.issues).toEqual([])
    expect(await rows()).toEqual(before)
  })
})

describe('the Markdown folder', () => {
  test('brings everything back as it was, with the ids it had', async () => {
    await aWholeSite(payload, (await cast()).ann.id)
    const before = await everything()
    const report = await exportMarkdown({ payload }, { path: join(root, 'site'), withPeople: true })
    expect(report.missingFiles).toEqual([])
    await empty()
    const imported = await importArchive({ payload }, await openMarkdownArchive(join(root, 'site')))
    expect(imported.issues).toEqual([])
    expect(said(await everything())).toEqual(said(before))
  })
})
