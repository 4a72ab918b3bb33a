/** Sitemaps: only what everybody finds, each in its languages, well-formed by two parsers. */
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { aMedia } from '@/src/domains/media/factories'
import { aCategory, anArticle, aPage, aTag } from '@/src/domains/publishing/factories'
import { writeSitemap } from '@/src/domains/publishing/sitemaps/writeSitemap'
import { env, setEnv } from '@/src/platform/env'
import { askSite } from './siteKit'
import { childrenOf, readXml, textOf } from './xmlKit'

type Article = Awaited<ReturnType<typeof anArticle>>

let english: Article
let german: Article
let fresh: Article
let hidden: Article[]
let section: Awaited<ReturnType<typeof aCategory>>
let empty: typeof section
let tag: Awaited<ReturnType<typeof aTag>>

const publishedAt = '2026-01-01T00:00:00.000Z'

beforeAll(async () => {
  const cover = await aMedia()
  section = await aCategory()
  empty = await aCategory()
  tag = await aTag()
  const below = await aCategory({ parent: section.id })
  const open = { _status: 'published', publishedAt } as const
  english = await anArticle({ ...open, title: 'Tally & co', cover: cover.id, categories: [below.id] })
  german = await anArticle({ ...open, locale: 'de', translationOf: english.id })
  fresh = await anArticle({
    _status: 'published',
    title: 'New <today>',
    audience: 'paid',
    tags: [tag.id],
    publishedAt: new Date().toISOString(),
  })
  hidden = [
    await anArticle({ locale: 'fr', translationOf: english.id }),
    await anArticle({ ...open, archivedAt: publishedAt, tags: [(await aTag({ name: 'Unused' })).id] }),
    await anArticle({ ...open, deletedAt: publishedAt }),
    await anArticle({ ...open, seo: { noindex: true } }),
    await anArticle({ ...open, seo: { canonical: 'https://elsewhere.example/first' } }),
  ]
  await aPage({ slug: 'about-us', _status: 'published' })
  await aPage({ slug: 'not-yet' })
})

async function readUrls(path: string) {
  const answer = await askSite(path)
  expect(answer.status, path).toBe(200)
  const text = await answer.text()
  const root = readXml(text)
  const other = new XMLParser({ isArray: (name) => name === 'url' }).parse(text)
  const urls = childrenOf(root, 'url')
  expect(other.urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual(
    urls.map((url) => textOf(url, 'loc')),
  )
  return { text, root, urls }
}

const addressOf = ({ slug, locale }: Article) =>
  `${env.SITE_URL}${locale === 'en' ? '' : `/${locale}`}/articles/${slug}`

test('the index names the others, and each of them is there', async () => {
  const root = readXml(await (await askSite('/sitemap.xml')).text())
  const paths = childrenOf(root, 'sitemap').map((each) => textOf(each, 'loc')?.replace(env.SITE_URL, ''))
  expect(paths).toEqual(['/sitemaps/pages.xml', '/sitemaps/lists.xml', '/sitemaps/articles-1.xml'])
  for (const path of paths) await readUrls(path ?? '')
  for (const file of ['articles-2.xml', 'articles-0.xml', 'articles-x.xml', 'other.xml', '..%2Fnews.xml'])
    expect((await askSite(`/sitemaps/${file}`)).status, file).toBe(404)
})

test('articles stand with their change, their picture and their languages', async () => {
  const { root, urls } = await readUrls('/sitemaps/articles-1.xml')
  expect(root.name).toBe('http://www.sitemaps.org/schemas/sitemap/0.9 urlset')
  expect(urls.map((url) => textOf(url, 'loc')).sort()).toEqual([english, german, fresh].map(addressOf).sort())
  for (const url of urls.filter((each) => textOf(each, 'loc') !== addressOf(fresh))) {
    const links = childrenOf(url, 'link').map(({ attributes }) => [attributes.hreflang, attributes.href])
    expect(links).toEqual([
      ['de', addressOf(german)],
      ['en', addressOf(english)],
    ])
  }
  const own = urls.find((url) => textOf(url, 'loc') === addressOf(english))
  expect(own && new Date(textOf(own, 'lastmod') ?? '').toISOString()).toBe(english.updatedAt)
  const [image] = own ? childrenOf(own, 'image') : []
  expect(image && textOf(image, 'loc')).toMatch(new RegExp(`^${env.SITE_URL}/api/media/file/picture-`))
})

test('sections, tags and authors stand there once they have an article, and pages once they are published', async () => {
  const lists = await readUrls('/sitemaps/lists.xml')
  expect(lists.text).toContain(`/categories/${section.slug}<`)
  expect(lists.text).toContain(`/tags/${tag.slug}<`)
  expect(lists.text).not.toContain(`/categories/${empty.slug}<`)
  expect(lists.text).not.toContain('/tags/unused')
  const pages = await readUrls('/sitemaps/pages.xml')
  expect(pages.text).toContain('/about-us<')
  expect(pages.text).toContain(`<loc>${env.SITE_URL}/</loc>`)
  expect(pages.text).not.toContain('/not-yet')
})

test('news are those of the last two days, with the site’s name', async () => {
  const { urls } = await readUrls('/sitemaps/news.xml')
  expect(urls.map((url) => textOf(url, 'loc'))).toEqual([addressOf(fresh)])
  const [news] = urls.flatMap((url) => childrenOf(url, 'news'))
  const [publication] = news ? childrenOf(news, 'publication') : []
  expect(news && textOf(news, 'title')).toBe('New <today>')
  expect(publication && [textOf(publication, 'name'), textOf(publication, 'language')]).toEqual([
    'Masthead',
    'en',
  ])
})

test('what is not for everybody is in none, nor in llms.txt', async () => {
  const paths = ['pages', 'lists', 'articles-1', 'news'].map((name) => `/sitemaps/${name}.xml`)
  for (const path of [...paths, '/sitemap.xml', '/llms.txt']) {
    const text = await (await askSite(path)).text()
    for (const { slug, id } of hidden.slice(0, path === '/llms.txt' ? 3 : undefined)) {
      expect(text).not.toContain(`/${slug}<`)
      expect(text).not.toContain(id)
    }
  }
})

test('robots are told of both, and on staging to stay out', async () => {
  const { default: robots } = await import('@/src/app/robots')
  expect(robots()).toMatchObject({
    sitemap: [`${env.SITE_URL}/sitemap.xml`, `${env.SITE_URL}/sitemaps/news.xml`],
  })
  const former = env.APP_ENV
  setEnv({ APP_ENV: 'staging' })
  try {
    expect(robots()).toEqual({ rules: { userAgent: '*', disallow: '/' } })
  } finally {
    setEnv({ APP_ENV: former })
  }
})

test('letters that mean something in XML arrive as letters', () => {
  const path = '/tags/a&b?c="<\u0007'
  const text = writeSitemap([{ path, languages: [{ locale: 'en', path }] }])
  const [url] = childrenOf(readXml(text), 'url')
  expect(url && textOf(url, 'loc')).toBe(`${env.SITE_URL}/tags/a&b?c=%22%3C`)
})
