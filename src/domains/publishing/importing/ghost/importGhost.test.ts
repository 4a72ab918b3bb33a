/** A Ghost site moves in: its posts, pages, people, topics and addresses, from a file or a ZIP. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { type ImportInput, importContent } from '..'
import { makeZip } from '../zip/fixtures/makeZip'
import { aGhostSite, ghostExport } from './fixtures/aGhostSite'
import { aGhostZip } from './fixtures/aGhostZip'

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
    'truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles, media, files cascade',
  )
  root = mkdtempSync(join(tmpdir(), 'ghost-'))
})
afterAll(() => sql.end())

const run = (path: string, input: Partial<ImportInput> = {}) =>
  importContent({ payload }, { kind: 'ghost', path, ...input } as ImportInput)

function aFile(value: unknown, name = 'ghost.json'): string {
  const path = join(root, name)
  writeFileSync(path, typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value))
  return path
}

async function article(slug: string) {
  const { docs } = await payload.find({
    collection: 'content',
    where: { slug: { equals: slug } },
    draft: true,
    depth: 1,
    overrideAccess: true,
  })
  return docs[0]
}

describe.each(['2.38.0', '3.42.9', '4.48.9', '5.130.6', '6.20.0'])('an export of Ghost %s', (version) => {
  test('brings posts, pages, authors, tags and addresses', async () => {
    const report = await run(aFile(ghostExport(aGhostSite(version), version)))
    expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report).toMatchObject({
      flavour: `Ghost ${version}`,
      documents: { found: 6, imported: 6, failed: 0 },
    })
    expect(await article('first-post')).toMatchObject({
      title: 'First & foremost',
      excerpt: 'A custom excerpt',
      _status: 'published',
      publishedAt: '2021-02-03T04:05:06.000Z',
      featured: true,
      audience: 'public',
      authors: [{ username: 'grace' }, { username: 'ada' }],
      tags: [{ slug: 'second' }, { slug: 'first-tag', name: 'First Tag' }],
      seo: { title: 'Meta title', description: 'Meta words', canonical: 'https://first.example/original' },
      source: { importer: 'ghost' },
    })
    const { rows } = await sql.query<{ from: string; to: string }>(
      `select "from", "to" from redirects order by 1`,
    )
    expect(rows).toContainEqual({ from: '/first-post', to: '/articles/first-post' })
    expect(rows).toContainEqual({ from: '/tag/first-tag', to: '/tags/first-tag' })
    expect(rows).toContainEqual({ from: '/author/ada', to: '/authors/ada' })
    const { docs: pages } = await payload.find({ collection: 'pages', overrideAccess: true })
    expect(pages).toMatchObject([{ slug: 'about', title: 'About', _status: 'published' }])
  })

  test('keeps links between posts, at their new addresses', async () => {
    await run(aFile(ghostExport(aGhostSite(version), version)))
    expect(JSON.stringify((await article('first-post'))?.body)).toContain('"url":"/articles/paid-post#kept"')
  })
})

describe('what Ghost knows beside texts', () => {
  const version = '5.130.6'

  test('visibility becomes audience, tiers become plans', async () => {
    await run(aFile(ghostExport(aGhostSite(version), version)))
    expect(await article('members-post')).toMatchObject({ audience: 'members' })
    expect(await article('paid-post')).toMatchObject({ audience: 'paid', plans: ['gold'] })
  })

  test('drafts, scheduled posts and mails arrive as drafts, the latter two reported', async () => {
    const report = await run(aFile(ghostExport(aGhostSite(version), version)))
    expect(await article('scheduled-post')).toMatchObject({
      _status: 'draft',
      publishedAt: '2099-01-01T00:00:00.000Z',
    })
    expect(await article('mail-post')).toMatchObject({ _status: 'draft' })
    const codes = report.issues.map(({ code, file }) => `${code} ${file}`)
    expect(codes).toContain('SCHEDULED_AS_DRAFT post scheduled-post')
    expect(codes).toContain('MAIL_ONLY_AS_DRAFT post mail-post')
  })

  test('code injection is refused and said, internal tags are apart', async () => {
    const report = await run(aFile(ghostExport(aGhostSite(version), version)))
    const codes = report.issues.map(({ code, file }) => `${code} ${file}`)
    expect(codes).toContain('CODE_INJECTION_REFUSED post first-post')
    expect(codes).toContain('INTERNAL_TAG_APART tag #steering')
    const { rows } = await sql.query('select slug from tags order by 1')
    expect(rows.map(({ slug }) => slug)).toEqual(['first-tag', 'second'])
    expect(JSON.stringify(await article('first-post'))).not.toContain('alert(')
  })

  test('members and tiers are kept in private files, once, without secrets and without formulas', async () => {
    const path = aFile(ghostExport(aGhostSite(version), version))
    const report = await run(path)
    await run(path)
    expect(report.apart).toHaveLength(2)
    const { docs } = await payload.find({ collection: 'files', sort: 'filename', overrideAccess: true })
    expect(docs.map(({ filename, purpose }) => [filename, purpose])).toEqual([
      [report.apart?.[1], 'import: Ghost members (ghost)'],
      [report.apart?.[0], 'import: Ghost tiers, staff and internal tags (ghost)'],
    ])
    const { storage } = await import('@/src/services/storage')
    const text = async (name: string) => new Response((await storage().get(`files/${name}`))?.body).text()
    const members = await text(report.apart?.[1] ?? '')
    expect(members).toContain(`reader@x.example,"'=HYPERLINK`)
    const site = JSON.parse(await text(report.apart?.[0] ?? ''))
    expect(site).toMatchObject({
      tiers: [{ key: 'free' }, { key: 'gold', monthlyPriceCents: 500, benefits: ['All of it'] }],
      staff: [
        { slug: 'ada', role: 'Owner' },
        { slug: 'grace', role: 'Editor' },
      ],
      internalTags: [{ name: '#steering', posts: ['first-post'] }],
    })
    expect(JSON.stringify(site) + members).not.toMatch(/password|\$2a|do-not-take/)
  })
})

describe('a ZIP of a Ghost site', () => {
  test('brings its pictures, redirects, routes and members', async () => {
    const report = await run(aFile(await aGhostZip(), 'ghost.zip'))
    expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.media.stored).toBe(3)
    const first = await article('first-post')
    expect(first).toMatchObject({ cover: { alt: 'Seen from above' }, seo: { image: expect.anything() } })
    expect(JSON.stringify(first?.body)).toMatch(/"relationTo":"media"/)
    const { rows } = await sql.query<{ from: string; to: string; status: string }>(
      `select "from", "to", status_code::text as status from redirects order by 1`,
    )
    expect(rows).toContainEqual({ from: '/old-one', to: '/articles/first-post', status: '301' })
    expect(rows).toContainEqual({ from: '/for-now', to: 'https://else.example/', status: '302' })
    expect(rows).toContainEqual({ from: '/2021/02/first-post', to: '/articles/first-post', status: '301' })
    const { docs } = await payload.find({
      collection: 'profiles',
      where: { username: { equals: 'ada' } },
      overrideAccess: true,
    })
    expect(docs[0]).toMatchObject({
      avatar: expect.anything(),
      location: 'London',
      links: [{ label: 'X', url: 'https://x.com/ada' }],
    })
    expect(report.issues.map(({ code }) => code)).toContain('REDIRECT_IS_A_PATTERN')
  })

  test('with a path that leaves it is refused as a whole', async () => {
    const path = aFile(makeZip([{ name: '../ghost.json', data: '{}' }]), 'evil.zip')
    await expect(run(path)).rejects.toMatchObject({ code: 'ZIP_PATH_REFUSED' })
  })

  test('without an export of Ghost is refused', async () => {
    const path = aFile(makeZip([{ name: 'images/a.png', data: 'x' }]), 'empty.zip')
    await expect(run(path)).rejects.toMatchObject({ code: 'IMPORT_NOT_GHOST' })
  })
})

describe('a file without its pictures', () => {
  test('has them fetched from the former site, where that is told', async () => {
    const asked: string[] = []
    const fetchFile = async (address: string) => {
      asked.push(address)
      const background = { r: asked.length, g: 9, b: 9 }
      const data = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer()
      return { data, url: address, type: 'image/png' }
    }
    const path = aFile(ghostExport(aGhostSite('5.0.0'), '5.0.0'))
    const options = { siteUrl: 'https://ghost.example', fetchFile } as never
    const report = await run(path, options)
    expect(asked.sort()).toEqual([
      'https://ghost.example/content/images/2021/02/cover.png',
      'https://ghost.example/content/images/2021/02/inside.png',
      'https://ghost.example/content/images/ada.png',
    ])
    expect(report.media.stored).toBe(3)
    await run(path, options)
    expect(asked).toHaveLength(3)
  })
})

describe('shapes and damage', () => {
  const version = '5.0.0'

  test.each(['db', 'bare', 'data'] as const)('tables may stand in “%s”', async (shape) => {
    const report = await run(aFile(ghostExport(aGhostSite(version), version, shape)))
    expect(report.documents.imported).toBe(6)
  })

  test('one damaged row and one damaged text fail alone', async () => {
    const site = aGhostSite(version)
    site.posts.push({ title: 'No id' } as never)
    site.posts.push({
      id: 'bad',
      slug: 'bad',
      title: 'Bad',
      status: 'published',
      mobiledoc: '{',
      type: 'post',
    } as never)
    const report = await run(aFile(ghostExport(site, version)))
    expect(report.documents).toMatchObject({ imported: 6, failed: 2 })
    expect(
      report.issues
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['MOBILEDOC_MALFORMED', 'ROW_NOT_UNDERSTOOD'])
  })

  test('a file that is cut off, is none of Ghost, or is not there is refused with a code', async () => {
    const whole = JSON.stringify(ghostExport(aGhostSite(version), version))
    await expect(run(aFile(whole.slice(0, 2000)))).rejects.toMatchObject({ code: 'IMPORT_FILE_DAMAGED' })
    await expect(run(aFile('not json'))).rejects.toMatchObject({ code: 'IMPORT_FILE_DAMAGED' })
    await expect(run(aFile({ hello: 'world' }))).rejects.toMatchObject({ code: 'IMPORT_NOT_GHOST' })
    await expect(run(join(root, 'gone.json'))).rejects.toMatchObject({ code: 'IMPORT_FILE_MISSING' })
  })
})

describe('again', () => {
  const version = '5.130.6'

  test('a second import writes nothing, a changed post is updated alone', async () => {
    const site = aGhostSite(version)
    await run(aFile(ghostExport(site, version)))
    const again = await run(aFile(ghostExport(site, version)))
    expect(again.documents).toMatchObject({ imported: 0, updated: 0, unchanged: 6 })
    const post = site.posts[0]
    if (post) post.title = 'Another title'
    const changed = await run(aFile(ghostExport(site, version)))
    expect(changed.documents).toMatchObject({ updated: 1, unchanged: 5 })
    expect(await article('first-post')).toMatchObject({ title: 'Another title' })
  })

  test('a dry run writes nothing at all', async () => {
    const report = await run(aFile(await aGhostZip(), 'ghost.zip'), { isDryRun: true })
    expect(report.documents.imported).toBe(6)
    const { rows } = await sql.query(
      'select (select count(*) from content)::int + (select count(*) from files)::int + (select count(*) from media)::int + (select count(*) from redirects)::int + (select count(*) from tags)::int as n',
    )
    expect(rows[0]).toEqual({ n: 0 })
  })
})
