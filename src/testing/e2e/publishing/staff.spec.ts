/** What staff see on the site that readers do not: the bar, drafts as they are typed, and what is to come. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import { signIn, tokenOf } from '../support/signIn'

const article = '/articles/how-to-read-an-order-book'

async function rest(request: APIRequestContext, method: 'post' | 'delete', path: string, data?: object) {
  const headers = { authorization: `JWT ${await tokenOf(request)}` }
  const answer = await request[method](`/api${path}`, { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

test('readers see no bar, and may neither look ahead nor see drafts', async ({ page, request }) => {
  await page.goto(article)
  await expect(page.getByRole('region', { name: 'For staff' })).toHaveCount(0)
  expect((await request.get('/preview/at?at=2099-01-01T00:00')).status()).toBe(401)
})

test('staff go from an article to its editor', async ({ page }) => {
  await signIn(page)
  await page.goto(article)
  const bar = page.getByRole('region', { name: 'For staff' })
  await expect(bar.getByText('Published')).toBeVisible()
  await bar.getByRole('link', { name: 'Edit this' }).click()
  await expect(page).toHaveURL(/\/admin\/collections\/content\/[0-9a-f-]{36}/)
  await expect(page.locator('#field-title').first()).toHaveValue('How to read an order book')
})

test('what is planned is seen at a date to come, and the present is one click away', async ({
  page,
  request,
}) => {
  await signIn(page)
  const at = new Date(Date.now() + 3 * 86_400_000)
  const draft = { title: 'News from the day after', _status: 'draft', excerpt: 'Not yet.' }
  const { doc } = await rest(request, 'post', '/content', draft)
  const plan = { collection: 'content', id: doc.id, publishAt: at.toISOString() }
  await rest(request, 'post', '/schedule', plan)
  await page.goto('/')
  await expect(page.getByText('News from the day after').filter({ visible: true })).toHaveCount(0)
  const bar = page.getByRole('region', { name: 'For staff' })
  await bar.getByText('Look ahead').click()
  await bar.getByRole('link', { name: /News from the day after/ }).click()
  // The plan itself is kept to the second; what is looked at is that moment.
  await page.goto(
    `/preview/at?at=${encodeURIComponent(new Date(at.getTime() + 60_000).toISOString())}&path=/`,
  )
  await expect(page.getByText('As it will be on')).toBeVisible()
  await expect(page.getByRole('link', { name: 'News from the day after' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'News from the day after' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News from the day after')
  await page.getByRole('link', { name: 'What readers see now' }).click()
  await page.goto('/')
  await expect(page.getByText('As it will be on')).toHaveCount(0)
  await rest(request, 'delete', `/content/${doc.id}`)
})

test('the live preview follows what is typed, before it is saved', async ({ page, request }) => {
  await signIn(page)
  const { doc } = await rest(request, 'post', '/content', { title: 'Typed', _status: 'draft' })
  await page.goto(`/admin/collections/content/${doc.id}`)
  const toggler = page.locator('#live-preview-toggler')
  // The panel remembers whether it was open.
  if (!(await toggler.getAttribute('class'))?.includes('active')) await toggler.click()
  const shown = page.frameLocator('iframe').getByRole('heading', { level: 1 })
  await expect(shown).toHaveText('Typed')
  await page.locator('#field-title').first().press('End')
  await page.locator('#field-title').first().pressSequentially(' while you watch', { delay: 40 })
  await expect(shown).toHaveText('Typed while you watch')
  await toggler.click()
  await rest(request, 'delete', `/content/${doc.id}`)
})

test('a preview leads to no other site', async ({ page }) => {
  await signIn(page)
  for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const answer = await page.request.get(`/preview/exit?path=${encodeURIComponent(path)}`, {
      maxRedirects: 0,
    })
    expect(answer.headers().location).toBe('/')
  }
})

test('during a maintenance visitors are told when to return, and staff go on', async ({
  page,
  browser,
  request,
}) => {
  await signIn(page)
  const set = (data: object) => rest(request, 'post', '/globals/maintenance', data)
  const hour = 3_600_000
  try {
    await set({
      startsAt: new Date(Date.now() + hour).toISOString(),
      endsAt: new Date(Date.now() + 2 * hour).toISOString(),
      message: 'We move house.',
    })
    const visitor = await (await browser.newContext()).newPage()
    await visitor.goto('/')
    await expect(visitor.getByText('We move house.')).toBeVisible()
    await set({ startsAt: new Date(Date.now() - hour).toISOString() })
    const answer = await visitor.goto(article)
    expect(answer?.status()).toBe(503)
    expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(3_000)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('We are back soon')
    await expect(visitor.getByText('How to read an order book')).toHaveCount(0)
    // As data, too, with a session of nobody's, and to programs that read the site; robots.txt and the API go on.
    const asData = { RSC: '1', cookie: 'payload-token=junk' }
    for (const [path, status] of [
      [article, 503],
      ['/feed.xml', 503],
      ['/sitemap.xml', 503],
      ['/robots.txt', 200],
    ] as const)
      expect([path, (await visitor.request.get(path, { headers: asData })).status()]).toEqual([path, status])
    expect((await page.goto(article))?.status()).toBe(200)
    await expect(page.getByRole('link', { name: 'Closed to visitors' })).toBeVisible()
  } finally {
    await set({ startsAt: null, endsAt: null, message: null })
  }
  const after = await request.get(article)
  expect(after.status()).toBe(200)
})
