/** What a visitor of the demo publication meets: each kind of page, in both themes. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const pages = [
  { kind: 'home', path: '/', heading: 'Tallystick', sees: ['Latest', 'Market Insights'] },
  {
    kind: 'article',
    path: '/articles/how-to-read-an-order-book',
    heading: 'How to read an order book',
    sees: ['Mirela Antonescu', 'March 12, 2026', 'min read', 'Related'],
  },
  {
    kind: 'translated article',
    path: '/de/articles/was-ein-kerbholz-wusste',
    heading: 'Was ein Kerbholz wusste',
    sees: [],
  },
  {
    kind: 'article behind the paywall',
    path: '/articles/the-anatomy-of-a-liquidation',
    heading: 'The anatomy of a liquidation',
    sees: ['The rest of this article is for subscribers', 'See the plans'],
  },
  {
    kind: 'category',
    path: '/categories/market-insights',
    heading: 'Market Insights',
    sees: ['Data Notes', 'How to read an order book'],
  },
  { kind: 'tag', path: '/tags/liquidity', heading: 'Liquidity', sees: ['How to read an order book'] },
  {
    kind: 'author',
    path: '/authors/mirela-antonescu',
    heading: 'Mirela Antonescu',
    sees: ['How to read an order book'],
  },
  { kind: 'archive', path: '/archive', heading: 'All articles', sees: ['2026'] },
  { kind: 'month', path: '/archive/2026/03', heading: 'March 2026', sees: ['How to read an order book'] },
  { kind: 'pricing', path: '/pricing', heading: 'Three out of four are free', sees: ['$9'] },
  { kind: 'about', path: '/about', heading: 'Six people, five towns, one stick', sees: [] },
  { kind: 'contact', path: '/contact', heading: 'Corrections first', sees: ['letters@tallystick.example'] },
] as const

for (const { kind, path, heading, sees } of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${kind} is whole and accessible in the ${colorScheme} theme`, async ({ page }) => {
      const faults = watch(page)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const response = await page.goto(path)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      for (const words of sees) {
        await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
      }
      await loadPictures(page)
      expect(await sidewaysOverflow(page)).toBe(0)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(faults).toEqual([])
    })
  }

  test(`${kind} fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    expect(await sidewaysOverflow(page)).toBe(0)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page for what is not there is accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect((await page.goto('/no-such-page'))?.status()).toBe(404)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('a page tells browsers to run only what it came with', async ({ page, request }) => {
  const kept = await request.get('/articles/how-to-read-an-order-book')
  const policy = kept.headers()['content-security-policy'] ?? ''
  const scripts = policy.match(/script-src ([^;]*)/)?.[1] ?? ''
  expect(scripts).toContain("'sha256-")
  expect(scripts).not.toMatch(/unsafe|nonce|https?:/)
  expect(kept.headers()['x-content-type-options']).toBe('nosniff')
  await page.goto('/articles/how-to-read-an-order-book')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.body.append(script)
    return 'hasRun' in window
  })
  expect(ran).toBe(false)
})

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/', '/articles/how-to-read-an-order-book']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    expect(
      shifts.reduce((sum, value) => sum + value, 0),
      `${path}: ${shifts}`,
    ).toBeLessThan(0.001)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an article is readable and the menu of a phone opens', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/articles/how-to-read-an-order-book')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByText('Menu', { exact: true }).click()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Protocols' }).click()
    await expect(page).toHaveURL('/categories/protocols')
  })

  test('a page that is not there says so', async ({ page }) => {
    const response = await page.goto('/no-such-page')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
  })
})

test('the paid part of an article is nowhere in its page', async ({ request }) => {
  const html = await (await request.get('/articles/the-anatomy-of-a-liquidation')).text()
  expect(html).toContain('Three ideas')
  expect(html).not.toMatch(/"body":\{/)
  expect(html.match(/<h2[^>]* id="/g)?.length ?? 0).toBeLessThan(4)
})

test('the chosen theme stays on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const toggle = page.getByRole('button', { name: /^Theme:/ })
  await toggle.click()
  await toggle.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/archive')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a list turns its pages by links', async ({ page }) => {
  await page.goto('/archive')
  await page.getByRole('link', { name: 'Older →', exact: true }).click()
  await expect(page).toHaveURL('/archive?page=2')
  await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
})

test.describe('addresses that are none', () => {
  for (const path of [
    '/articles/no-such-article',
    '/articles/how-to-read-an-order-book/x',
    '/en/articles/how-to-read-an-order-book',
    '/archive?page=999',
    '/archive?page=0',
    '/archive?page=1e3',
    '/archive/2026/13',
    '/archive/0000',
    '/home',
    '/categories/no-such-category',
    '/tags/%F0%9F%A6%86',
    '/authors/%27%3B--',
  ]) {
    test(`${path} answers 404`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 })
      expect(response.status()).toBe(404)
      expect(/\n\s+at \S+ \(/.test(await response.text())).toBe(false)
    })
  }

  for (const path of ['/articles/%E0%A4%A', '/articles/%00', '/articles/..%2F..%2Fetc%2Fpasswd']) {
    test(`${path} answers 400`, async ({ request }) => {
      expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(400)
    })
  }

  test('a preview is refused to strangers', async ({ request }) => {
    const response = await request.get('/preview/content/01890000-0000-7000-8000-000000000000')
    expect(response.status()).toBe(401)
  })
})

/** Collects what a browser complains about. */
function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}

/** Pictures load as they come into view. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    scrollTo(0, 0)
  })
  await page.waitForLoadState('networkidle')
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
