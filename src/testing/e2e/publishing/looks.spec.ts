/** What readers see and no words tell: what lines up, and how a page looks before its faces have come. */
import { expect, type Page, test } from '@playwright/test'
import { typefaces } from '@/src/domains/publishing/brand/typefaces'

for (const { width, mostInARow } of [
  { width: 390, mostInARow: 2 },
  { width: 820, mostInARow: 5 },
  { width: 1440, mostInARow: 5 },
]) {
  test(`the footer's columns line up at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/about')
    for (const count of [5, 4, 3, 2, 1]) {
      const columns = await placeColumns(page, count)
      const rows = new Set(columns.map(({ top }) => top))
      expect(rows.size, `${count} columns`).toBe(Math.ceil(count / mostInARow))
      const starts = columns.filter(({ top }) => top === columns[0]?.top).map(({ left }) => left)
      for (const { left } of columns) expect(starts, `${count} columns`).toContain(left)
      expect(new Set(columns.map((column) => column.width)).size, `${count} columns`).toBe(1)
      expect(Math.max(...columns.map(({ right }) => right)), `${count} columns`).toBeLessThanOrEqual(width)
    }
  })
}

test('text takes about the same room before its faces have come', async ({ page, browser, baseURL }) => {
  const path = '/articles/a-market-makers-tuesday'
  await page.goto(path)
  test.skip(!(await hasSerif(page)), 'this machine has none of the serifs that stand in')
  const late = await browser.newPage({ baseURL })
  await late.route('**/*.woff2', (route) => route.abort())
  await late.goto(path)
  for (const [style, ending] of [
    ['normal', ''],
    ['italic', '-italic'],
  ] as const) {
    await addFace(page, `/fonts/${typefaces.newsreader.file}${ending}.woff2`, style)
    const there = await widthOfWords(page, { fontStyle: style, fontFamily: 'come' })
    const missing = await widthOfWords(late, { fontStyle: style, fontFamily: 'var(--face-serif)' })
    expect(missing, style).not.toBe(there)
    expect(Math.abs(missing / there - 1), style).toBeLessThan(0.03)
  }
  await late.close()
})

/** Where the columns stand when the footer has so many: the first of them is repeated, or some are taken out. */
function placeColumns(page: Page, count: number) {
  return page.evaluate((wanted) => {
    const columns = () => [...document.querySelectorAll('footer nav')]
    while (columns().length > wanted) columns().at(-1)?.remove()
    while (columns().length < wanted) columns()[0]?.after(columns()[0]?.cloneNode(true) as Element)
    return columns().map((column) => {
      const { left, right, top, width } = column.getBoundingClientRect()
      return { left, right, top: Math.round(top + scrollY), width: Math.round(width) }
    })
  }, count)
}

/** Whether there is a face, upright and italic, that a stand-in is fitted to. */
function hasSerif(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const has = (name: string) =>
      new FontFace('there', `local("${name}")`).load().then(
        () => true,
        () => false,
      )
    const families = ['Georgia', 'Times New Roman', 'Noto Serif', 'DejaVu Serif']
    const found = await Promise.all(
      families.map(async (name) => (await has(name)) && (await has(`${name} Italic`))),
    )
    return found.includes(true)
  })
}

/** Under a name of its own: one that was late is not used on the page any more. */
function addFace(page: Page, address: string, style: string): Promise<void> {
  return page.evaluate(
    async ([from, as]) => {
      document.fonts.add(await new FontFace('come', `url(${from})`, { style: as }).load())
    },
    [address, style],
  )
}

function widthOfWords(page: Page, style: { fontStyle: string; fontFamily: string }): Promise<number> {
  return page.evaluate((given) => {
    const words = document.createElement('span')
    words.textContent = [...document.querySelectorAll('main p')].map((each) => each.textContent).join(' ')
    Object.assign(words.style, { ...given, fontSize: '40px', whiteSpace: 'nowrap', position: 'absolute' })
    document.body.append(words)
    return words.getBoundingClientRect().width
  }, style)
}
