/** The search as readers meet it: its page, with and without a script, and the palette by keyboard. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const article = '/articles/how-to-read-an-order-book'

async function openPalette(page: Page, key: string) {
  await page.goto(article)
  const palette = page.getByRole('dialog', { name: 'Search' })
  // The first press may come before the script has.
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(palette).toBeVisible({ timeout: 2_000 })
  }).toPass()
  return palette
}

test.describe('the page', () => {
  test('shows what was found, with the words marked, and is not for search engines', async ({ page }) => {
    await page.goto('/search?q=liquidation')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search: liquidation')
    const first = page.getByRole('article').first()
    await expect(first.getByRole('link', { name: 'The anatomy of a liquidation' })).toBeVisible()
    await expect(first.locator('mark').first()).toHaveText('liquidation')
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  })

  test('takes a slip of the hand for the word that was meant', async ({ page }) => {
    await page.goto('/search?q=liqudation')
    await expect(page.getByText('Nothing has “liqudation”')).toBeVisible()
    await expect(page.getByRole('link', { name: 'The anatomy of a liquidation' })).toBeVisible()
  })

  test('finds nothing of what is behind the paywall', async ({ page, request }) => {
    await page.goto('/search?q="the saver is no fool"')
    await expect(page.getByText('Nothing was found for')).toBeVisible()
    for (const q of ['saver fool', 'liquidation', 'anatomy of a liquidation ordinary afternoon']) {
      const answer = await (await request.get(`/api/search?q=${q}&limit=50`)).text()
      expect(answer).not.toMatch(/is no fool|an ordinary afternoon|"body"/)
    }
  })

  for (const [what, path] of [
    ['nothing', '/search'],
    ['results', '/search?q=liquidity'],
    ['a filter', '/search?q=promise&author=mirela-antonescu'],
    ['no results', '/search?q=xqzvwk'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`with ${what} is accessible in the ${colorScheme} theme, on a desk and on a phone`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 844 })
          await page.goto(path)
          expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow).toBe(0)
        }
      })
    }
  }

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('searches, narrows and widens again', async ({ page }) => {
      await page.goto(article)
      await page.getByRole('link', { name: 'Search', exact: true }).click()
      await page.getByRole('searchbox', { name: 'Search articles' }).fill('promise')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL('/search?q=promise')
      const all = await page.getByRole('article').count()
      const filters = page.getByRole('navigation', { name: 'Filters' })
      await filters.getByRole('link', { name: /Market Insights/ }).click()
      await expect(page).toHaveURL('/search?q=promise&category=market-insights')
      expect(await page.getByRole('article').count()).toBeLessThan(all)
      await filters.getByRole('link', { name: 'Remove the filter Market Insights' }).click()
      await expect(page).toHaveURL('/search?q=promise')
    })

    test('keeps the filters when the words change, and narrows by date', async ({ page }) => {
      await page.goto('/search?q=promise&author=mirela-antonescu')
      await page.getByRole('searchbox').fill('market')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL('/search?q=market&author=mirela-antonescu')
      await page.getByLabel('From').filter({ visible: true }).fill('2026-06-01')
      await page.getByRole('button', { name: 'Apply dates' }).filter({ visible: true }).click()
      await expect(page).toHaveURL(/from=2026-06-01/)
      await expect(page.getByRole('link', { name: 'How to read an order book' })).toHaveCount(0)
    })
  })
})

test.describe('the palette', () => {
  for (const key of ['/', 'Control+k']) {
    test(`opens by ${key}, is driven by keys and gives the focus back`, async ({ page }) => {
      await page.goto(article)
      const palette = await openPalette(page, key)
      const field = palette.getByRole('combobox', { name: 'Search articles' })
      await expect(field).toBeFocused()
      await field.pressSequentially('anatomy of a liq')
      const options = palette.getByRole('option')
      await expect(options.first()).toContainText('The anatomy of a liquidation')
      await expect(options.first()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('ArrowUp')
      await expect(options.last()).toHaveAttribute('aria-selected', 'true')
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.keyboard.press('Escape')
      await expect(palette).toBeHidden()
    })
  }

  test('goes to what was chosen, or to all results', async ({ page }) => {
    const palette = await openPalette(page, '/')
    await page.keyboard.type('anatomy of a liq')
    await expect(palette.getByRole('option').first()).toContainText('The anatomy of a liquidation')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/articles/the-anatomy-of-a-liquidation')
    await openPalette(page, 'Control+k')
    await page.keyboard.type('promise')
    await palette.getByRole('option', { name: 'All results' }).click()
    await expect(page).toHaveURL('/search?q=promise')
  })

  test('gives the focus back to where it was', async ({ page }) => {
    await openPalette(page, '/')
    await page.keyboard.press('Escape')
    const theme = page.getByRole('button', { name: /^Theme:/ })
    await theme.focus()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(theme).toBeFocused()
  })

  test('leaves / to whoever is typing', async ({ page }) => {
    await page.goto('/search')
    const field = page.getByRole('searchbox')
    await field.fill('and')
    await field.press('/')
    await expect(field).toHaveValue('and/')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('says when nothing was found, and when the search does not answer', async ({ page }) => {
    const palette = await openPalette(page, '/')
    await page.keyboard.type('xqzvwk')
    await expect(palette.getByRole('status')).toHaveText(/Nothing was found for “xqzvwk”/)
    await page.route('**/api/search?*', (route) => route.abort())
    await page.keyboard.type('y')
    await expect(palette.getByRole('status')).toHaveText(/does not answer/)
  })

  test('is not part of what a page loads', async ({ page }) => {
    const scripts: string[] = []
    page.on('response', async (response) => {
      if (/\.js(\?|$)/.test(response.url())) scripts.push(await response.text().catch(() => ''))
    })
    await page.goto(article, { waitUntil: 'networkidle' })
    expect(scripts.filter((script) => script.includes('Close the search'))).toEqual([])
  })
})

test.describe('what cannot be asked', () => {
  const long = 'x'.repeat(300)
  for (const path of [`/search?q=${long}`, '/search?q=a&from=2026-13', '/search?q=a&to=never']) {
    test(`${path.slice(0, 40)} is answered with a sentence`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(400)
      await expect(page.getByRole('searchbox')).toBeVisible()
      await expect(page.getByText(/at most 200 characters|There is no such date|Give a year/)).toBeVisible()
    })
  }

  for (const path of [
    '/search?q=liquidity&page=99',
    '/search?q=liquidity&page=0',
    '/search?q=liquidity&page=x',
  ]) {
    test(`${path} answers 404`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(404)
    })
  }

  for (const q of ['%00', '%F0%9F%A6%86', '%22%22', '-', '%3Cscript%3E', '((', "';--", '%25']) {
    test(`${q} is no failure`, async ({ request }) => {
      const page = await request.get(`/search?q=${q}`)
      expect([200, 400]).toContain(page.status())
      expect(await page.text()).not.toMatch(/\n\s+at \S+ \(|<script>">/)
      expect([200, 400]).toContain((await request.get(`/api/search?q=${q}`)).status())
    })
  }

  test('10 KB are refused', async ({ request }) => {
    const answer = await request.get(`/api/search?q=${'x'.repeat(10_000)}`)
    expect([400, 414]).toContain(answer.status())
    expect(await answer.text()).toMatch(/INVALID_INPUT|URL_TOO_LONG/)
  })
})
