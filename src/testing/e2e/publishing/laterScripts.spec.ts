/** The text and the first picture come before the scripts, and what a reader does before the scripts is not lost. */
import { expect, type Page, test } from '@playwright/test'

const article = '/articles/how-to-read-an-order-book'
const articleWithCode = '/articles/verify-a-webhook-signature'
const scripts = /\/_next\/static\/.*\.js/
const covers = /\/api\/media\/renditions\/how-to-read-an-order-book-.*\.avif/

/** Addresses of the scripts that the page has asked for so far. */
function scriptsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (scripts.test(request.url())) asked.push(request.url())
  })
  return asked
}

test('scripts are asked for when the first picture is there', async ({ page }) => {
  const order: string[] = []
  page.on('requestfinished', (request) => {
    if (covers.test(request.url())) order.push('picture')
  })
  page.on('request', (request) => {
    if (scripts.test(request.url())) order.push('script')
  })
  await page.goto(article)
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  expect(order.indexOf('picture')).toBeGreaterThan(-1)
  expect(order.indexOf('picture')).toBeLessThan(order.indexOf('script'))
})

test('a picture that hangs holds the scripts up for seconds only', async ({ page }) => {
  await page.route(covers, () => {})
  const asked = scriptsOf(page)
  await page.goto(article, { waitUntil: 'domcontentloaded' })
  await page.waitForTimeout(1_000)
  expect(asked).toEqual([])
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeVisible()
  expect(asked.length).toBeGreaterThan(5)
})

for (const [act, perform] of [
  ['key', (page: Page) => page.keyboard.press('Shift')],
  ['touch', (page: Page) => page.mouse.click(5, 400)],
] as const) {
  test(`the first ${act} of a reader brings the scripts at once`, async ({ page }) => {
    await page.route(covers, () => {})
    const asked = scriptsOf(page)
    await page.goto(article, { waitUntil: 'domcontentloaded' })
    expect(asked).toEqual([])
    await perform(page)
    await expect.poll(() => asked.length, { timeout: 1_500 }).toBeGreaterThan(5)
  })
}

test('a button that is pressed before the scripts are there acts when they are', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route(scripts, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.goto(articleWithCode, { waitUntil: 'domcontentloaded' })
  const copy = page
    .locator('figure')
    .filter({ has: page.locator('pre') })
    .getByRole('button')
    .first()
  await copy.click()
  await expect(copy).toHaveText('Copied')
  const text = await page.locator('figure pre').first().textContent()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
})

for (const key of ['/', 'Control+k']) {
  test(`${key} before the scripts are there opens the search when they are`, async ({ page }) => {
    await page.route(scripts, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue()
    })
    await page.goto(article, { waitUntil: 'domcontentloaded' })
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  })
}

test('who is signed in gets the scripts with the page', async ({ request, baseURL }) => {
  const page = await request.get(article, {
    headers: { cookie: 'payload-token=none', origin: baseURL ?? '' },
  })
  expect(await page.text()).toContain('async=""')
  expect(await page.text()).not.toContain('data-files=')
})
