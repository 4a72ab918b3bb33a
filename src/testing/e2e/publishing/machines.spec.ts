/** What search engines, social networks and readers of feeds meet on the demo publication. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'

const article = '/articles/what-a-tally-stick-knew'
const translation = '/de/articles/was-ein-kerbholz-wusste'
const paid = '/articles/the-anatomy-of-a-liquidation'

async function head(page: Page, selector: string, attribute = 'content'): Promise<string | null> {
  return page.locator(`head ${selector}`).first().getAttribute(attribute)
}

async function dataOf(page: Page): Promise<Record<string, unknown>[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents()
  return texts.flatMap((text) => (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'])
}

const pathOf = (url: string | null) => new URL(url ?? '').pathname

async function textAt(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  return answer.text()
}

test('an article says what it is, in which languages, and shows a picture drawn for it', async ({
  page,
  request,
}) => {
  await page.goto(`${article}?utm_source=test`)
  expect(pathOf(await head(page, 'link[rel=canonical]', 'href'))).toBe(article)
  expect(pathOf(await head(page, 'link[hreflang=de]', 'href'))).toBe(translation)
  expect(pathOf(await head(page, 'link[hreflang=x-default]', 'href'))).toBe(article)
  expect(await head(page, 'meta[property="og:type"]')).toBe('article')
  expect(await head(page, 'meta[name="twitter:card"]')).toBe('summary_large_image')
  const picture = await request.get(pathOf(await head(page, 'meta[property="og:image"]')))
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await picture.body()).length).toBeGreaterThan(10_000)
  const [news, crumbs] = await dataOf(page)
  expect(news).toMatchObject({ '@type': 'NewsArticle', isAccessibleForFree: true, inLanguage: 'en' })
  expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(new RegExp(`${translation}$`))
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('hreflang', 'en')
})

test('a paid article names the element where its free part ends, and says nothing of the rest', async ({
  page,
}) => {
  await page.goto(paid)
  const [news] = await dataOf(page)
  expect(news).toMatchObject({ isAccessibleForFree: false, hasPart: { cssSelector: '.paywall' } })
  await expect(page.locator('.paywall')).toHaveCount(1)
  expect(news).not.toHaveProperty('articleBody')
})

test('the first page names its publisher and its search, an author’s page the author', async ({ page }) => {
  await page.goto('/')
  expect((await dataOf(page)).map((each) => each['@type'])).toEqual(['NewsMediaOrganization', 'WebSite'])
  await page.goto('/authors/hana-morishige')
  expect((await dataOf(page)).map((each) => each['@type'])).toEqual(['ProfilePage', 'BreadcrumbList'])
})

test('a list offers its own feeds before those of the site, in its head and to the eye', async ({
  page,
  request,
}) => {
  await page.goto('/categories/craft')
  const found = await page
    .locator('head link[rel=alternate][type]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname))
  const files = ['feed.xml', 'atom.xml', 'feed.json']
  expect(found).toEqual(files.flatMap((file) => [`/categories/craft/${file}`, `/${file}`]))
  const link = page.getByRole('link', { name: 'Follow Craft by feed' })
  expect(await link.getAttribute('href')).toBe('/categories/craft/feed.xml')
  for (const path of found) expect(await textAt(request, path)).toContain('/articles/')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Atom' })).toBeVisible()
})

test('feeds answer who has the newest in a few bytes', async ({ request }) => {
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) {
    const { etag = '' } = (await request.get(path)).headers()
    test.skip(etag === '', 'nothing is kept in development')
    const again = await request.get(path, { headers: { 'if-none-match': etag } })
    expect([again.status(), (await again.body()).length], path).toEqual([304, 0])
  }
})

test('the sitemaps lead to every article, and each address that they name is there', async ({ request }) => {
  const robots = await textAt(request, '/robots.txt')
  const addressesIn = (text: string) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => pathOf(url ?? null))
  expect(robots).toContain('/sitemap.xml')
  const files = addressesIn(await textAt(request, '/sitemap.xml'))
  expect(files).toContain('/sitemaps/articles-1.xml')
  const listed = new Set<string>()
  for (const file of files) for (const path of addressesIn(await textAt(request, file))) listed.add(path)
  for (const path of ['/', article, translation, paid, '/about', '/categories/craft'])
    expect([...listed]).toContain(path)
  for (const path of [...listed].filter((_, index) => index % 8 === 0))
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200)
  expect(await textAt(request, '/sitemaps/news.xml')).toContain('sitemap-news')
  expect(await textAt(request, '/llms.txt')).toContain('# Tallystick')
})

test('what is not there is said in plain words to machines', async ({ request }) => {
  const missing = [
    '/categories/no/feed.xml',
    '/sitemaps/no.xml',
    '/og/articles/no/no.jpg',
    '/feed.xml?page=999',
  ]
  for (const path of missing) {
    const answer = await request.get(path)
    expect([answer.status(), answer.headers()['content-type']], path).toEqual([
      404,
      'text/plain; charset=utf-8',
    ])
  }
})
