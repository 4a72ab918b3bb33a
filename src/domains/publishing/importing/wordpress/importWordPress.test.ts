import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPicture } from '@/src/domains/media/factories'
import { cast, rest, testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { type ImportInput, importContent } from '..'
import { everyRow } from '../fixtures/everyRow'
import { formerSite } from '../fixtures/formerSite'

const written =
  'content _content_v content_rels pages _pages_v tags categories profiles redirects media imported_comments'.split(
    ' ',
  )
const fixture = 'src/domains/publishing/importing/fixtures/wordpress/export.xml'
let payload: Payload
let sql: Client
let folder: string
let path: string
let site: ReturnType<typeof formerSite>
let pictures: Record<string, Buffer>

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  await sql.query(`truncate ${written.join(', ')} cascade`)
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
  path = join(folder, 'export.xml')
  writeFileSync(path, readFileSync(fixture))
  pictures = { 'mast.png': await aPicture(), 'rope.png': await aPicture(), 'unshown.png': await aPicture() }
  site = formerSite(pictures)
  return () => rmSync(folder, { recursive: true, force: true })
})
afterAll(() => sql.end())

const run = (input: Partial<Extract<ImportInput, { kind: 'wordpress' }>> = {}) =>
  importContent({ payload }, { kind: 'wordpress', path, fetchFile: site.fetchFile, ...input })

const article = async (slug: string) => {
  const { docs } = await payload.find({
    collection: 'content',
    where: { slug: { equals: slug } },
    depth: 1,
    draft: true,
    overrideAccess: true,
  })
  return docs[0]
}

describe('a first import', () => {
  test('brings posts with byline, nested categories, tags, cover, search texts and former addresses', async () => {
    const report = await run()
    expect(report.documents).toMatchObject({ found: 13, imported: 13, failed: 0 })
    const post = await article('every-block')
    expect(post).toMatchObject({
      title: 'Every Block',
      _status: 'published',
      publishedAt: '2023-04-05T06:07:08.000Z',
      featured: true,
      audience: 'public',
      authors: [{ username: 'maren', name: 'Maren Holt' }],
      categories: [{ name: 'Dinghies & Tenders', slug: 'dinghies' }],
      tags: [{ name: 'Oak', slug: 'oak-wood' }, { slug: 'brine' }],
      cover: { alt: 'A coil of rope' },
      seo: { title: 'Every Block – Harbour & Tide', description: 'What every block becomes.', noindex: true },
      source: { importer: 'wordpress', key: 'harbour.example?p=1' },
    })
    const { rows: nested } = await sql.query(
      'select c.slug, p.slug as parent from categories c left join categories p on p.id = c.parent_id order by 1',
    )
    expect(nested).toEqual([
      { slug: 'boats', parent: null },
      { slug: 'dinghies', parent: 'boats' },
      { slug: 'unused', parent: null },
    ])
    const { rows: redirects } = await sql.query('select "from", "to" from redirects')
    expect(redirects).toEqual(
      expect.arrayContaining([
        { from: '/2023/04/every-block', to: '/articles/every-block' },
        { from: '/2023/04/all-blocks', to: '/articles/every-block' },
        { from: '/category/boats/dinghies', to: '/categories/dinghies' },
        { from: '/tag/oak-wood', to: '/tags/oak-wood' },
        { from: '/author/maren', to: '/authors/maren' },
        { from: '/about/contact', to: '/contact' },
      ]),
    )
  })

  test('makes of every block and shortcode what the editor has for it', async () => {
    await run()
    const blocks = JSON.stringify((await article('every-block'))?.body)
    for (const words of [
      'Inner column',
      'Words over a cover',
      'Words of a reusable block',
      'Kept of a strange block',
    ])
      expect(blocks).toContain(words)
    expect(blocks).toContain('"/articles/classic-words#knots"')
    expect(blocks).toMatch(/"url":"\/articles\/classic-words"/)
    expect(blocks).toMatch(/"blockType":"gallery"/)
    expect(blocks).toMatch(/"blockType":"footnote"/)
    expect(blocks).not.toMatch(/steal|"pending"/)
    const classic = JSON.stringify((await article('classic-words'))?.body)
    expect(classic).toContain('"/articles/every-block#rigging"')
    expect(classic).toContain('"/categories/dinghies"')
    expect(classic).toContain('"/tags/oak-wood"')
    expect(classic).toContain('A caption in a shortcode')
    expect(classic).toContain('Inside of an unknown shortcode')
    expect(classic).not.toMatch(/steal|"pending"/)
  })

  test('keeps what was not public from readers', async () => {
    const report = await run()
    expect(await article('not-yet')).toMatchObject({
      _status: 'draft',
      publishedAt: '2099-01-01T00:00:00.000Z',
    })
    for (const slug of ['an-idea', 'to-review', 'among-us'])
      expect(await article(slug)).toMatchObject({ _status: 'draft' })
    expect(await article('locked')).toMatchObject({ _status: 'published', audience: 'members' })
    expect(await article('thrown-away')).toBeUndefined()
    const codes = report.issues.map(({ code }) => code)
    for (const code of [
      'SCHEDULED_AS_DRAFT',
      'PRIVATE_AS_DRAFT',
      'PASSWORD_AS_MEMBERS',
      'STATUS_NOT_IMPORTED',
      'TYPE_NOT_IMPORTED',
    ])
      expect(codes).toContain(code)
    const { body } = await rest('GET /content?where[slug][equals]=locked')
    expect(body.docs?.[0]?.body).toBeUndefined()
    expect(JSON.stringify(body)).not.toContain('Behind a password')
  })

  test('gives words to what had none, and keeps letters of every script', async () => {
    await run()
    expect(await article('3')).toMatchObject({ title: 'No title at all, only these words that …' })
    expect(await article('日本')).toMatchObject({ title: 'Größe & Maß im Array<T>' })
    expect(await article('classic-words')).toMatchObject({ excerpt: 'An excerpt & more.' })
  })

  test('makes profiles of authors without telling anybody their e-mail addresses', async () => {
    await run()
    const { body } = await rest('GET /profiles?sort=username')
    expect(body.docs?.map(({ username }) => username)).toEqual([
      'ghostwriter',
      'maren',
      'olav-berg',
      'silent',
    ])
    expect(JSON.stringify(body)).not.toContain('@harbour')
  })

  test('brings pages at their own addresses', async () => {
    await run()
    const { body } = await rest('GET /pages?where[slug][equals]=about')
    expect(JSON.stringify(body.docs?.[0]?.layout)).toContain('"url":"/contact"')
    expect((await rest('GET /pages?where[slug][equals]=archive-2')).body.totalDocs).toBe(1)
  })

  test('puts comments aside where only staff reads them', async () => {
    const report = await run()
    expect(report.comments).toBe(6)
    expect((await rest('GET /imported-comments')).status).toBe(403)
    const { body } = await rest('GET /imported-comments?sort=key&depth=0&limit=100', { as: cast().eve })
    expect(body.docs?.map(({ state, kind }) => `${state} ${kind}`)).toEqual([
      'approved comment',
      'approved comment',
      'pending comment',
      'spam comment',
      'approved pingback',
      'approved comment',
    ])
    const post = await article('every-block')
    expect(body.docs?.[1]).toMatchObject({
      content: post?.id,
      parentKey: 'harbour.example#comment-1',
      name: 'Maren',
    })
    expect(body.docs?.[5]).toMatchObject({ documentKey: 'harbour.example?p=20', text: 'On a page' })
  })

  test('can be tried without writing or fetching anything', async () => {
    const report = await run({ isDryRun: true })
    expect(report.documents.imported).toBe(13)
    expect(site.asked).toEqual([])
    expect(Object.values(await everyRow(sql, written)).flat()).toEqual([])
  })

  test('brings types of the site’s own when told to', async () => {
    const report = await run({ types: ['book'] })
    expect(report.documents.imported).toBe(14)
    expect(await article('a-book')).toMatchObject({ title: 'A Book' })
  })
})

describe('a second import', () => {
  test('writes nothing and fetches nothing again', async () => {
    await run()
    const before = await everyRow(sql, written)
    site.asked.length = 0
    const report = await run()
    expect(report.documents).toMatchObject({ unchanged: 13, imported: 0, updated: 0 })
    expect(await everyRow(sql, written)).toEqual(before)
    expect(site.asked.filter((url) => /mast|rope|unshown/.test(url))).toEqual([])
  })

  test('updates the page whose text changed, and brings comments written since', async () => {
    await run()
    change('Who we are', 'Who we have become')
    change('On a page', 'On a page, edited')
    expect((await run()).documents).toMatchObject({ updated: 1, unchanged: 12 })
    const { body } = await rest('GET /pages?where[slug][equals]=about')
    expect(body.totalDocs).toBe(1)
    expect(JSON.stringify(body)).toContain('Who we have become')
    const { rows } = await sql.query("select text from imported_comments where key like '%comment-6'")
    expect(rows).toEqual([{ text: 'On a page, edited' }])
  })

  test('leaves a page that was edited here, unless told to replace it', async () => {
    await run()
    const { docs } = await payload.find({
      collection: 'pages',
      where: { slug: { equals: 'about' } },
      depth: 0,
      overrideAccess: true,
    })
    const [page] = docs
    await payload.update({
      collection: 'pages',
      id: page?.id ?? '',
      data: { title: 'About us' },
      depth: 0,
      overrideAccess: true,
    })
    change('Who we are', 'Who we have become')
    const report = await run()
    expect(report.documents).toMatchObject({ skipped: 1, updated: 0 })
    expect(report.issues.map(({ code }) => code)).toContain('EDITED_SINCE_IMPORT')
    expect((await run({ overwrite: true })).documents).toMatchObject({ updated: 1 })
  })
})

function change(from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}
