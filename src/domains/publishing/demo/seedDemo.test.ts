import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Content, Media } from '@/payload-types'
import { articlePath, pagePath } from '@/src/domains/publishing'
import { testPayload } from '@/src/testing/harness'
import { authors } from './authors'
import { categories } from './categories'
import { demoFolder } from './demoFolder'
import { demoImporter } from './demoImporter'
import { marketQuotes } from './marketQuotes'
import { pages } from './pages'
import { removeDemo } from './removeDemo'
import { seedDemo } from './seedDemo'
import { footer, navigation } from './site'

const sources = readdirSync(join(demoFolder, 'articles')).filter((name) => name.endsWith('.md'))
const seeding = 180_000

/** Articles with everything they point at, drafts too. */
async function articles(payload: Payload): Promise<Content[]> {
  const { docs } = await payload.find({
    collection: 'content',
    where: { 'source.importer': { equals: demoImporter } },
    limit: 0,
    depth: 1,
    draft: true,
    overrideAccess: true,
  })
  return docs
}

async function counts(payload: Payload) {
  const names = ['content', 'pages', 'categories', 'tags', 'profiles', 'media', 'market-quotes'] as const
  const versions = (await payload.countVersions({ collection: 'content', overrideAccess: true })).totalDocs
  const totals = await Promise.all(
    names.map(async (collection) => [
      collection,
      (await payload.count({ collection, overrideAccess: true })).totalDocs,
    ]),
  )
  return { ...Object.fromEntries(totals), versions } as Record<(typeof names)[number] | 'versions', number>
}

const codeFormat = 16

/** The texts of a body that are not code, with those of footnotes and callouts. */
function proseOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(proseOf)
  if (typeof value !== 'object' || value === null) return []
  const { type, text, format, ...rest } = value as Record<string, unknown>
  if (type !== 'text') return Object.values(rest).flatMap(proseOf)
  return (Number(format) & codeFormat) === 0 ? [String(text)] : []
}

describe('the demo publication', () => {
  beforeAll(async () => {
    expect((await seedDemo(await testPayload())).isSeeded).toBe(true)
  }, seeding)

  test('is loaded whole', async () => {
    const payload = await testPayload()
    const found = await counts(payload)
    expect(found.content).toBe(sources.length)
    expect(found.pages).toBe(pages.length)
    expect(found.categories).toBe(categories.length)
    expect(found['market-quotes']).toBe(marketQuotes.length)
    const profiles = await payload.find({
      collection: 'profiles',
      where: { username: { in: authors.map(({ username }) => username) } },
      depth: 1,
      overrideAccess: true,
    })
    expect(profiles.docs.filter(({ avatar }) => (avatar as Media | null)?.alt)).toHaveLength(authors.length)
  })

  test('is published on its dates, except for one draft', async () => {
    const all = await articles(await testPayload())
    expect(all.filter(({ _status }) => _status === 'draft').map(({ slug }) => slug)).toEqual([
      'what-a-validator-does-all-day',
    ])
    const byDate = all.map(({ publishedAt }) => publishedAt ?? '').sort()
    expect(byDate[0]).toBe('2025-09-30T07:00:00.000Z')
  })

  test('shows every kind of audience, language and prominence', async () => {
    const all = await articles(await testPayload())
    const named = (chosen: (article: Content) => unknown) => all.filter(chosen).map(({ slug }) => slug)
    expect(named(({ featured }) => featured)).toHaveLength(3)
    expect(named(({ audience }) => audience === 'members')).toHaveLength(2)
    expect(named(({ audience }) => audience === 'paid')).toEqual(['the-anatomy-of-a-liquidation'])
    const [german] = all.filter(({ locale }) => locale === 'de')
    expect((german?.translationOf as Content | undefined)?.slug).toBe('what-a-tally-stick-knew')
  })

  test('keeps what is paid for out of the preview', async () => {
    const [paid] = (await articles(await testPayload())).filter(({ audience }) => audience === 'paid')
    expect(JSON.stringify(paid?.body)).toContain('The motor ran out of fuel')
    expect(JSON.stringify(paid?.preview)).not.toContain('The motor ran out of fuel')
  })

  test.each(categories.map(({ slug }) => slug))('has three published articles in %s', async (slug) => {
    const { totalDocs } = await (await testPayload()).count({
      collection: 'content',
      where: { 'categories.slug': { equals: slug }, _status: { equals: 'published' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBeGreaterThanOrEqual(3)
  })

  test('gives every article a cover that is described, an author, a section, tags and an excerpt', async () => {
    for (const { slug, cover, authors: by, categories: sections, tags, excerpt } of await articles(
      await testPayload(),
    )) {
      const described = (cover as Media | null)?.alt?.length ?? 0
      const facts = { slug, described: described > 20, by: Boolean(by?.length), excerpt: Boolean(excerpt) }
      expect(facts).toEqual({ slug, described: true, by: true, excerpt: true })
      expect([slug, Boolean(sections?.length), Boolean(tags?.length)]).toEqual([slug, true, true])
    }
  })

  test('describes every picture', async () => {
    const { docs } = await (await testPayload()).find({
      collection: 'media',
      limit: 0,
      overrideAccess: true,
    })
    expect(docs.filter(({ alt }) => !alt).map(({ filename }) => filename)).toEqual([])
  })

  test('is set with the apostrophes and quotation marks of print, except in code', async () => {
    const straight = (await articles(await testPayload())).flatMap(({ slug, title, excerpt, body }) =>
      [title, excerpt ?? '', ...proseOf(body)]
        .filter((text) => /['"]/.test(text))
        .map((text) => `${slug}: ${text}`),
    )
    const elsewhere = JSON.stringify([pages, authors, categories, footer, navigation])
    expect(straight).toEqual([])
    expect(elsewhere).not.toMatch(/'|\\"/)
  })

  test('leads nowhere that is not there', async () => {
    const payload = await testPayload()
    const all = await articles(payload)
    const known = new Set([
      '/archive',
      '/feed.xml',
      ...all.map((article) => articlePath(article)),
      ...pages.map((page) => pagePath(page)),
      ...categories.map(({ slug }) => `/categories/${slug}`),
    ])
    const menus = JSON.stringify([navigation, footer, pages])
    const paths = [JSON.stringify(all.map(({ body }) => body)), menus].flatMap((json) =>
      [...json.matchAll(/"(?:url|linkUrl)":"(\/[^"#?]*)/g)].map(([, path]) => path ?? ''),
    )
    expect(paths.filter((path) => !known.has(path))).toEqual([])
    expect(paths.length).toBeGreaterThan(100)
  })

  test(
    'is left alone by a second call',
    async () => {
      const payload = await testPayload()
      const before = await counts(payload)
      expect(await seedDemo(payload)).toEqual({ isSeeded: true, created: 0 })
      expect(await counts(payload)).toEqual(before)
    },
    seeding,
  )

  test(
    'finishes what an interrupted call has left undone',
    async () => {
      const payload = await testPayload()
      const before = await counts(payload)
      for (const { id, slug } of await articles(payload)) {
        if (slug?.startsWith('the-weekly'))
          await payload.delete({ collection: 'content', id, overrideAccess: true })
      }
      expect((await seedDemo(payload)).created).toBe(4)
      expect((await counts(payload)).content).toBe(before.content)
    },
    seeding,
  )

  test('is not mixed into a publication that has begun', async () => {
    const payload = await testPayload()
    await payload.create({
      collection: 'content',
      data: { title: 'My own', audience: 'public', locale: 'en' },
      draft: true,
      overrideAccess: true,
    })
    expect(await seedDemo(payload)).toEqual({ isSeeded: false, created: 0 })
  })

  test(
    'leaves in one go, and nothing of the owner with it',
    async () => {
      const payload = await testPayload()
      const removed = await removeDemo(payload)
      expect(removed.content).toBe(sources.length)
      const left = await counts(payload)
      expect(left).toMatchObject({
        content: 1,
        pages: 0,
        categories: 0,
        tags: 0,
        'market-quotes': 0,
        media: 0,
      })
    },
    seeding,
  )
})
