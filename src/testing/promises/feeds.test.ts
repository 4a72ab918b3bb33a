/** Feeds of the site and of its lists, read by parsers that know nothing of how they were made. */
import { randomUUID } from 'node:crypto'
import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser'
import { parseFeed as parseLoosely } from 'htmlparser2'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aMedia } from '@/src/domains/media/factories'
import { aBody, aCategory, anArticle, aRedirect, aTag } from '@/src/domains/publishing/factories'
import { env } from '@/src/platform/env'
import { testPayload } from '@/src/testing/harness'
import { askSite } from './siteKit'
import { childrenOf, readXml, textOf } from './xmlKit'

type Article = Awaited<ReturnType<typeof anArticle>>

const secret = 'Only those who paid may read this sentence'
const hostile = 'Tags & <b>quotes</b> "and" ]]> the rest \u0007'
let category: Awaited<ReturnType<typeof aCategory>>
let below: typeof category
let tag: Awaited<ReturnType<typeof aTag>>
let author: { id: string; username: string }
let open: Article
let paid: Article
let hidden: Article[]

beforeAll(async () => {
  const payload = await testPayload()
  category = await aCategory({ name: 'Section & more' })
  below = await aCategory({ name: 'Below', parent: category.id })
  tag = await aTag({ name: 'Wood' })
  author = (await payload.create({
    collection: 'profiles',
    data: { name: 'Ines <Ö>', username: `ines-${randomUUID().slice(0, 8)}` },
    overrideAccess: true,
  })) as typeof author
  const lists = { categories: [below.id], tags: [tag.id], authors: [author.id] }
  const cover = await aMedia({ alt: 'A cover' })
  open = await anArticle({
    ...lists,
    title: hostile,
    excerpt: 'What it is about',
    cover: cover.id,
    body: aBody('Everybody reads this', hostile) as never,
    publishedAt: '2026-11-20T10:00:00.000Z',
    _status: 'published',
  })
  paid = await anArticle({
    ...lists,
    title: 'For payers',
    audience: 'paid',
    body: aBody('The free part', 'Free too', 'And this', ...Array.from({ length: 8 }, () => secret)) as never,
    publishedAt: '2026-11-19T10:00:00.000Z',
    _status: 'published',
  })
  hidden = [
    await anArticle({ ...lists, title: 'A draft' }),
    await anArticle({ ...lists, title: 'An archived one', _status: 'published', archivedAt: '2026-11-01' }),
    await anArticle({ ...lists, title: 'One in the trash', _status: 'published', deletedAt: '2026-11-01' }),
  ]
  await payload.update({
    collection: 'content',
    id: open.id,
    data: { title: 'A draft over it' },
    draft: true,
    overrideAccess: true,
  })
})

const listPaths = () => [
  '',
  `/categories/${category.slug}`,
  `/categories/${below.slug}`,
  `/tags/${tag.slug}`,
  `/authors/${author.username}`,
]

async function read(path: string): Promise<string> {
  const answer = await askSite(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('RSS and Atom of every list are read by two parsers alike, and by a third that checks every letter', async () => {
  for (const path of listPaths()) {
    for (const file of ['feed.xml', 'atom.xml']) {
      const text = await read(`${path}/${file}`)
      readXml(text)
      const strict = parseStrictly(text)
      const loose = parseLoosely(text)
      expect(strict.items.map(({ url }) => url)).toEqual([
        `${env.SITE_URL}/articles/${open.slug}`,
        `${env.SITE_URL}/articles/${paid.slug}`,
      ])
      expect(loose?.items.map(({ id }) => id)).toEqual([`urn:uuid:${open.id}`, `urn:uuid:${paid.id}`])
      expect(strict.items.map(({ id }) => id)).toEqual(loose?.items.map(({ id }) => id))
      const [first] = strict.items
      expect(first?.published?.toISOString()).toBe('2026-11-20T10:00:00.000Z')
      expect(first?.authors.map(({ name }) => name)).toEqual(['Ines <Ö>'])
      expect(first?.categories.map(({ term }) => term)).toEqual(['Below', 'Wood'])
      expect(first?.content).toContain('Everybody reads this')
      expect(first?.description).toBe('What it is about')
      expect(strict.self).toBe(`${env.SITE_URL}${path}/${file}`)
      expect(strict.language).toBe('en')
    }
  }
})

test('letters that mean something in XML or HTML arrive as letters, and those that XML cannot have are left out', async () => {
  const rss = readXml(await read('/feed.xml'))
  const [channel] = childrenOf(rss, 'channel')
  const [item] = channel ? childrenOf(channel, 'item') : []
  expect(item && textOf(item, 'title')).toBe('Tags & <b>quotes</b> "and" ]]> the rest')
  expect(item && textOf(item, 'encoded')).toContain('&lt;b&gt;quotes&lt;/b&gt; &quot;and&quot; ]]&gt;')
  const [enclosure] = item ? childrenOf(item, 'enclosure') : []
  expect(enclosure?.attributes.type).toMatch(/^image\//)
  expect(Number(enclosure?.attributes.length)).toBeGreaterThan(0)
  expect(enclosure?.attributes.url).toMatch(new RegExp(`^${env.SITE_URL}/api/media/file/`))
})

/** Source: jsonfeed.org/version/1.1. */
const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('en'),
  items: z.array(
    z
      .object({
        id: z.string().min(1),
        url: z.url(),
        title: z.string(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        date_published: z.iso.datetime(),
        date_modified: z.iso.datetime(),
        tags: z.array(z.string()).optional(),
        authors: z.array(z.object({ name: z.string(), url: z.url() })).optional(),
      })
      .refine((item) => item.content_html !== undefined || item.content_text !== undefined),
  ),
})

test('a JSON Feed is one by its specification', async () => {
  for (const path of listPaths()) {
    const feed = JsonFeed.parse(JSON.parse(await read(`${path}/feed.json`)))
    expect(feed.items.map(({ id }) => id)).toEqual([`urn:uuid:${open.id}`, `urn:uuid:${paid.id}`])
    expect(feed.feed_url).toBe(`${env.SITE_URL}${path}/feed.json`)
  }
})

describe('what is not for everybody', () => {
  test('drafts, what is archived and what is in the trash is in no feed', async () => {
    for (const path of listPaths()) {
      for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
        const text = await read(`${path}/${file}`)
        for (const { id, title } of hidden) {
          expect(text).not.toContain(id)
          expect(text).not.toContain(title)
        }
        expect(text).not.toContain('A draft over it')
      }
    }
  })

  test('of a paid article everybody gets the free part and the way to the rest', async () => {
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(await read(`/${file}`)).not.toContain(secret)
    const { items } = JsonFeed.parse(JSON.parse(await read('/feed.json')))
    const html = items.find(({ id }) => id === `urn:uuid:${paid.id}`)?.content_html
    expect(html).toContain('The free part')
    expect(html).toContain(`<a href="${env.SITE_URL}/articles/${paid.slug}">The rest is for subscribers`)
  })

  test('a feed of no list is 404 in plain words, and a moved list leads to its new feed', async () => {
    const trashed = await aTag({ deletedAt: '2026-11-01T00:00:00.000Z' } as never)
    const unknown = ['/categories/nowhere', '/tags/nowhere', '/authors/nobody', '/tags/%00', '/tags/%E0%A4']
    for (const path of [...unknown, `/tags/${trashed.slug}`]) {
      for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
        const answer = await askSite(`${path}/${file}`)
        expect(answer.status, path).toBe(404)
        expect(await answer.text()).toBe('There is no such feed.\n')
      }
    }
    await aRedirect({ from: '/tags/timber', to: `/tags/${tag.slug}` })
    const moved = await askSite('/tags/timber/atom.xml')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/tags/${tag.slug}/atom.xml`])
  })

  test('pages that do not exist are 404', async () => {
    for (const page of ['2', '0', '-1', 'x', '99999999', '1e3'])
      expect((await askSite(`/feed.xml?page=${page}`)).status, page).toBe(404)
    expect((await askSite('/feed.xml?page=1')).status).toBe(200)
  })
})

test('a site that gives excerpts gives nothing else', async () => {
  const payload = await testPayload()
  const set = (feedText: 'full' | 'excerpt') =>
    payload.updateGlobal({ slug: 'seo-defaults', data: { feedText }, overrideAccess: true })
  await set('excerpt')
  for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
    const text = await read(`/${file}`)
    expect(text).toContain('What it is about')
    expect(text).not.toContain('Everybody reads this')
  }
  await set('full')
  expect(await read('/feed.xml')).toContain('Everybody reads this')
})
