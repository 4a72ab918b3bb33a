import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { childEnvironment } from '@/src/platform/env'
import { testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { type ImportInput, importContent } from '.'
import { everyRow } from './fixtures/everyRow'
import { withImportLock } from './writer/importLock'

const fixtures = 'src/domains/publishing/importing/fixtures'
let payload: Payload
let sql: Client
let root: string

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  await sql.query(
    'truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles cascade',
  )
  root = mkdtempSync(join(tmpdir(), 'importing-'))
  cpSync(`${fixtures}/jekyll`, root, { recursive: true })
})
afterAll(() => sql.end())

const run = (input: Partial<ImportInput> = {}) =>
  importContent({ payload }, { kind: 'markdown', path: root, ...input })

describe('a first import', () => {
  test('brings articles with author, tags, categories, redirects and picture', async () => {
    const report = await run()
    expect(report.documents).toMatchObject({ found: 4, imported: 4, failed: 0 })
    const { docs } = await payload.find({
      collection: 'content',
      depth: 1,
      draft: true,
      sort: 'slug',
      overrideAccess: true,
    })
    const first = docs.find(({ slug }) => slug === 'first-post')
    expect(first).toMatchObject({
      title: 'First & foremost',
      excerpt: 'A short summary.',
      _status: 'published',
      publishedAt: '2024-02-29T14:30:00.000Z',
      authors: [{ username: 'ada', name: 'Ada Example' }],
      tags: [{ slug: 'batching', name: 'Batching' }],
      source: { importer: 'markdown', key: '_posts/2024-02-29-first-post.md' },
    })
    expect(first?.categories).toMatchObject([{ name: 'Fees' }, { name: 'Wallets' }])
    const body = JSON.stringify(first?.body)
    expect(body).toContain('"/articles/second-post#kept-heading"')
    expect(body).toContain('"/tags/batching"')
    expect(body).toMatch(/"relationTo":"media"/)
    const drafts = docs.filter(({ _status }) => _status === 'draft').map(({ slug }) => slug)
    expect(drafts).toEqual(['future', 'idea'])
    expect(report.issues.map(({ code, file }) => `${code} ${file}`)).toContain(
      'SCHEDULED_AS_DRAFT _posts/2099-01-01-future.md',
    )
    const { rows } = await sql.query('select "from", "to" from redirects where origin = $1 order by 1', [
      'import',
    ])
    expect(rows).toContainEqual({ from: '/old/first', to: '/articles/first-post' })
    expect(rows).toContainEqual({ from: '/topics/grouping', to: '/tags/batching' })
  })

  test('leaves what stayed on the original site at its old address', async () => {
    await run()
    const { docs } = await payload.find({
      collection: 'content',
      where: { slug: { equals: 'second-post' } },
      depth: 0,
      overrideAccess: true,
    })
    expect(JSON.stringify(docs[0]?.body)).toContain('"https://fixture.example/about/"')
  })

  test('can be tried without writing anything', async () => {
    const before = await counts()
    const report = await run({ isDryRun: true })
    expect(report.documents.imported).toBe(4)
    expect(await counts()).toEqual(before)
  })

  test('publishes or drafts everything when told to, but nothing whose date has not come', async () => {
    await run({ status: 'publish' })
    expect((await statuses()).sort()).toEqual(['draft', 'published', 'published', 'published'])
    await run({ status: 'draft' })
    expect(await statuses()).toEqual(['draft', 'draft', 'draft', 'draft'])
  })
})

describe('a second import', () => {
  test('writes nothing at all', async () => {
    await run()
    const before = await everyRow(sql, written)
    const report = await run()
    expect(report.documents).toMatchObject({ imported: 0, updated: 0, unchanged: 4 })
    expect(await everyRow(sql, written)).toEqual(before)
  })

  test('updates just the document whose file changed, and keeps its address', async () => {
    await run()
    change('_posts/2024-03-10-second-post.md', 'Second post', 'Second thoughts')
    const report = await run()
    expect(report.documents).toMatchObject({ updated: 1, unchanged: 3 })
    const { rows } = await sql.query(
      `select title, slug from content where source_key like '%second-post.md'`,
    )
    expect(rows).toEqual([{ title: 'Second thoughts', slug: 'second-post' }])
  })

  test('does not overwrite what was edited meanwhile, not even in an unpublished draft, unless told to', async () => {
    await run()
    const { rows } = await sql.query(`select id from content where slug = 'second-post'`)
    await payload.update({
      collection: 'content',
      id: rows[0].id,
      draft: true,
      data: { title: 'By hand' },
      overrideAccess: true,
    })
    change('_posts/2024-03-10-second-post.md', 'Second post', 'Second thoughts')
    const refused = await run()
    expect(refused.documents).toMatchObject({ skipped: 1, updated: 0, failed: 0 })
    expect(refused.issues).toContainEqual(
      expect.objectContaining({ code: 'EDITED_SINCE_IMPORT', file: '_posts/2024-03-10-second-post.md' }),
    )
    expect((await run({ overwrite: true })).documents.updated).toBe(1)
  })

  test('does not bring back what was trashed', async () => {
    await run()
    await sql.query(`update content set deleted_at = now() where slug = 'first-post'`)
    change('_posts/2024-02-29-first-post.md', 'First', 'Very first')
    const report = await run()
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'IN_TRASH' }))
    expect(report.documents.imported).toBe(0)
  })
})

test('two files of one name get two addresses', async () => {
  cpSync(join(root, '_posts/2024-02-29-first-post.md'), join(root, '_posts/2025-01-01-first-post.md'))
  const report = await run()
  expect(report.documents.imported).toBe(5)
  expect(report.issues).toContainEqual(expect.objectContaining({ code: 'DUPLICATE_SLUG' }))
  const { rows } = await sql.query(`select slug from content where slug like 'first-post%' order by 1`)
  expect(rows).toEqual([{ slug: 'first-post' }, { slug: 'first-post-2' }])
})

test('a file of the same name from another site does not replace an article', async () => {
  await run()
  writeFileSync(
    join(root, '_posts/2024-02-29-first-post.md'),
    '---\ntitle: Of another site\nslug: unrelated\n---\nWords.',
  )
  const report = await run()
  expect(report.issues).toContainEqual(expect.objectContaining({ code: 'ANOTHER_SOURCE' }))
  expect(report.documents).toMatchObject({ imported: 0, skipped: 1 })
})

test('a damaged file fails alone, with its line', async () => {
  writeFileSync(join(root, '_posts/2024-05-05-bad.md'), '---\ntitle: x: [\n---\n')
  const report = await run()
  expect(report.documents).toMatchObject({ imported: 4, failed: 1 })
  expect(report.issues[0]).toMatchObject({
    code: 'MALFORMED_FRONT_MATTER',
    file: '_posts/2024-05-05-bad.md',
    line: 2,
  })
})

test('a second import of a folder at the same time is refused', async () => {
  await withImportLock(`markdown:${root}`, async () => {
    await expect(run()).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
  })
})

test('an import that was killed goes on where it stopped: nothing half-written, nothing twice', async () => {
  const posts = 60
  for (let number = 0; number < posts; number += 1) {
    const text = `---\ntitle: Post ${number}\nredirect_from: [/former/${number}/]\ntags: Grouping\n---\n${'Words and more words. '.repeat(200)}`
    writeFileSync(join(root, `_posts/2023-01-01-post-${number}.md`), text)
  }
  for (let kill = 0; kill < 3; kill += 1) await importUntil((await articles()) + 12)
  const interrupted = await articles()
  expect(interrupted).toBeGreaterThan(0)
  const { rows: halves } = await sql.query(
    `select slug from content c where source_key like '%/2023-01-01-%' and (not exists (select 1 from _content_v v where v.parent_id = c.id)
     or not exists (select 1 from redirects r where r."to" = '/articles/' || c.slug and r."from" like '/former/%'))`,
  )
  expect(halves).toEqual([])
  const report = await run()
  expect(report.documents).toMatchObject({ found: posts + 4, unchanged: interrupted, failed: 0 })
  expect(await articles()).toBe(posts + 4)
  const { rows } = await sql.query(
    'select count(*)::int as rows, count(distinct source_key)::int as keys, count(distinct slug)::int as slugs from content',
  )
  expect(rows).toEqual([{ rows: posts + 4, keys: posts + 4, slugs: posts + 4 }])
}, 240_000)

/** Starts the command and kills it, without any warning, when so many articles are there. */
async function importUntil(target: number): Promise<void> {
  const child = spawn(process.execPath, ['src/cli/run.mjs', 'import', 'markdown', root], {
    env: childEnvironment(),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && (await articles()) < target) await sleep(20)
  child.kill('SIGKILL')
  await ended
}

async function articles(): Promise<number> {
  const { rows } = await sql.query<{ count: number }>('select count(*)::int as count from content')
  return rows[0]?.count ?? 0
}

const written = [
  'content',
  '_content_v',
  'content_rels',
  '_content_v_rels',
  'tags',
  'tags_rels',
  'categories',
  'profiles',
  'redirects',
  'media',
]

async function counts() {
  const rows = await everyRow(sql, written)
  return Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.length]))
}

async function statuses() {
  const { rows } = await sql.query<{ status: string }>('select _status::text as status from content')
  return rows.map(({ status }) => status)
}

function change(file: string, from: string, to: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

afterAll(() => rmSync(root, { recursive: true, force: true }))
