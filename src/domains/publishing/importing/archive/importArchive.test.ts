/** Exports of ours that meet a site with content, or that are damaged, edited or hostile. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast, testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { exportJson, exportMarkdown } from '../../exporting'
import { aWholeSite } from '../../exporting/fixtures/aWholeSite'
import { importContent } from '..'

let payload: Payload
let sql: Client
let root: string
let file: string

const empty = () =>
  sql.query(
    `truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles, media, market_quotes,
       imported_comments, site_settings, navigation, footer, seo_defaults, maintenance cascade`,
  )
const run = (options: object = {}) => importContent({ payload }, { kind: 'json', path: file, ...options })

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'archive-'))
  file = join(root, 'site.json')
  await empty()
  await aWholeSite(payload, (await cast()).ann.id)
  await exportJson({ payload }, { path: file, withMedia: true })
})
afterAll(() => sql.end())

const title = async (slug: string) =>
  (
    await sql.query<{ title: string }>('select title from content where slug = $1 and locale = $2', [
      slug,
      'en',
    ])
  ).rows[0]?.title

describe('into a site that has content', () => {
  test('what says something else here stays, unless it may be replaced', async () => {
    await sql.query(`update content set title = 'Mine' where slug = 'linked'`)
    const report = await run()
    expect(report.issues.map(({ code, file: name }) => `${code} ${name}`)).toEqual([
      'DIFFERS_HERE content/linked',
    ])
    expect(await title('linked')).toBe('Mine')
    await run({ overwrite: true })
    expect(await title('linked')).toBe('Linked')
  })

  test('what was published with a date to come waits for it as a draft', async () => {
    const ahead = '2099-01-01T00:00:00.000Z'
    await sql.query(`update content set published_at = $1 where slug = 'linked'`, [ahead])
    await sql.query(`update _content_v set version_published_at = $1 where version_slug = 'linked'`, [ahead])
    await exportJson({ payload }, { path: file, withMedia: true, overwrite: true })
    await empty()
    const report = await run()
    expect(report.issues.map(({ code, file: name }) => `${code} ${name}`)).toContain(
      'SCHEDULED_AS_DRAFT content/linked',
    )
    const { rows } = await sql.query(`select _status from content where slug = 'linked'`)
    expect(rows).toEqual([{ _status: 'draft' }])
    expect((await run()).documents.imported).toBe(0)
  })

  test('a tag of the same name is used, an article of the same address is numbered', async () => {
    await empty()
    const all = { depth: 0, overrideAccess: true } as const
    const own = await payload.create({
      collection: 'tags',
      data: { name: 'Machine', origin: 'user' },
      ...all,
    })
    await payload.create({
      collection: 'content',
      data: { title: 'Own', slug: 'linked', locale: 'en', audience: 'public', _status: 'published' },
      ...all,
    })
    const report = await run()
    expect(report.documents.failed).toBe(0)
    expect(await title('linked')).toBe('Own')
    expect(await title('linked-2')).toBe('Linked')
    const { rows } = await sql.query(`select id from tags where slug = 'machine'`)
    expect(rows).toEqual([{ id: own.id }])
    expect((await run()).documents).toMatchObject({ imported: 0, updated: 0 })
  })

  test('a dry run tells the same and writes nothing', async () => {
    await empty()
    const report = await run({ isDryRun: true })
    expect(report.documents.imported).toBeGreaterThan(5)
    expect(report.issues).toEqual([])
    expect((await sql.query('select count(*)::int as n from content')).rows[0]).toEqual({ n: 0 })
  })

  test('without its media what shows them goes without, and it is said', async () => {
    await empty()
    rmSync(join(root, 'site.media'), { recursive: true })
    const report = await run()
    const codes = new Set(report.issues.map(({ code }) => code))
    expect([...codes].sort()).toEqual(['MEDIA_FILE_MISSING', 'REFERENCE_MISSING'])
    expect(report.documents.failed).toBe(0)
  })
})

describe('a file that is not what it should be', () => {
  const changed = (
    change: (archive: { masthead: object; records: Record<string, never>[]; end?: object }) => void,
  ) => {
    const archive = JSON.parse(readFileSync(file, 'utf8'))
    change(archive)
    writeFileSync(file, JSON.stringify(archive))
  }

  test('is refused when it is none of ours, newer than we are, damaged or gone', async () => {
    changed((archive) => Object.assign(archive.masthead, { version: 99 }))
    await expect(run()).rejects.toMatchObject({ code: 'IMPORT_TOO_NEW' })
    writeFileSync(file, '{"posts": []}')
    await expect(run()).rejects.toMatchObject({ code: 'IMPORT_NOT_AN_EXPORT' })
    writeFileSync(file, '{"masthead": {"version')
    await expect(run()).rejects.toMatchObject({ code: 'IMPORT_FILE_DAMAGED' })
    rmSync(file)
    await expect(run()).rejects.toMatchObject({ code: 'IMPORT_FILE_MISSING' })
  })

  test('one bad record fails alone; the missing end is said', async () => {
    await empty()
    changed((archive) => {
      archive.records.push(
        { kind: 'users', id: 'x', fields: {} } as never,
        { kind: 'content', id: 'no id', fields: {} } as never,
      )
      delete archive.end
    })
    const report = await run()
    expect(
      report.issues
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['ARCHIVE_INCOMPLETE', 'RECORD_NOT_UNDERSTOOD', 'RECORD_NOT_UNDERSTOOD'])
    expect(report.documents.imported).toBeGreaterThan(5)
  })

  test('a dangerous link and a node that is none do not get in', async () => {
    await empty()
    const link = {
      type: 'link',
      version: 3,
      children: [],
      fields: { linkType: 'custom', url: 'java\nscript:alert(1)' },
    }
    const body = (...children: object[]) => ({ root: { type: 'root', version: 1, children } })
    changed((archive) => {
      const [first, second] = archive.records.filter(({ kind }) => kind === ('content' as never))
      Object.assign(first?.fields ?? {}, { body: body({ type: 'paragraph', version: 1, children: [link] }) })
      Object.assign(second?.fields ?? {}, { body: body({ type: 'script', version: 1 }) })
    })
    const report = await run()
    expect(report.issues.filter(({ code }) => code === 'UNSAFE_LINK')).toHaveLength(2)
    const { rows } = await sql.query<{ body: unknown }>('select body from content')
    expect(JSON.stringify(rows)).not.toMatch(/alert|"script"/)
  })
})

describe('a Markdown folder that somebody edited', () => {
  test('brings the edit, a new document and a new picture', async () => {
    const folder = join(root, 'site')
    await exportMarkdown({ payload }, { path: folder })
    await empty()
    appendFileSync(join(folder, 'articles/linked.md'), 'A sentence by hand.\n')
    writeFileSync(
      join(folder, 'articles/new.md'),
      '---\ntitle: Made by hand\nslug: by-hand\nstatus: published\n---\n\nSee [the other](linked.md).\n\n![](../media/own.png)\n',
    )
    writeFileSync(
      join(folder, 'media/own.png'),
      readFileSync('src/domains/publishing/importing/fixtures/plain/images/cover.png'),
    )
    writeFileSync(join(folder, 'articles/broken.md'), '---\ntitle: [\n---\n')
    const read = () => importContent({ payload }, { kind: 'markdown', path: folder })
    const report = await read()
    expect(report.issues.map(({ code, file: name }) => `${code} ${name}`)).toEqual([
      'MALFORMED_FRONT_MATTER articles/broken.md',
    ])
    const { rows } = await sql.query<{ body: unknown }>(
      `select body from content where slug in ('linked', 'by-hand')`,
    )
    expect(JSON.stringify(rows)).toContain('A sentence by hand.')
    expect(JSON.stringify(rows)).toMatch(/"linkType": ?"internal"/)
    expect((await read()).documents).toMatchObject({ imported: 0, updated: 0, skipped: 0 })
  })
})
