/** Planning publications in the panel, with the site's own worker: written, planned, published by itself; moved. */
import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { aFailedPublication } from '../support/aFailedPublication'
import { signIn, tokenOf } from '../support/signIn'

const dayMs = 24 * 60 * 60 * 1000

test('an article is written, planned a few seconds ahead, and read on the site at its time', async ({
  page,
  request,
}) => {
  const title = `Out by itself ${Date.now()}`
  await signIn(page)
  await page.goto('/admin/collections/content/create')
  await page.locator('#field-title').fill(title)
  await expect(page.getByText(/Last saved/)).toBeVisible()
  const schedule = page.getByRole('region', { name: 'Schedule' })
  await schedule.getByRole('button', { name: /plan a time/i }).click()
  const moment = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 5_000)
  await setMoment(page, 'Publish at', moment)
  await schedule.getByRole('button', { name: 'Plan it' }).click()
  await expect(schedule.getByText(/^Publishes/)).toBeVisible()

  const slug = `out-by-itself-${title.split(' ').at(-1)}`
  const before = await request.get(`/articles/${slug}`)
  if (Date.now() < moment.getTime() - 1_000) expect(before.status()).toBe(404)
  await expect
    .poll(async () => (await request.get(`/articles/${slug}`)).status(), { timeout: 20_000 })
    .toBe(200)
  expect(Date.now()).toBeGreaterThanOrEqual(moment.getTime())
  await page.goto(`/articles/${slug}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('what is planned is moved on the calendar: by dragging, by keys, by its date, and taken off', async ({
  page,
  request,
}) => {
  const { id, title, at } = await aPlannedArticle(request, 14)
  await signIn(page)
  await page.goto('/admin/collections/content?sort=-createdAt')
  await expect(page.getByRole('row', { name: title }).getByText(/Scheduled for .* 14 .*09:30/)).toBeVisible()
  await page.goto('/admin/calendar')
  await showMonthOf(page, at)
  const chip = page.locator('.mh-month').getByRole('button', { name: new RegExp(title) })
  await expect(chip).toBeVisible()

  const next = new Date(at.getTime() + dayMs)
  await chip.dragTo(cellOf(page, next))
  await expect(cellOf(page, next).getByRole('button', { name: new RegExp(title) })).toBeVisible()
  await expect.poll(() => plannedMoment(request, id)).toBe(next.toISOString())

  await chip.focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => plannedMoment(request, id)).toBe(at.toISOString())

  await chip.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Move it to').fill(next.toISOString().slice(0, 16))
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect.poll(() => plannedMoment(request, id)).toBe(next.toISOString())

  await chip.click()
  await dialog.getByRole('button', { name: 'Take off the plan' }).click()
  await expect(chip).toHaveCount(0)
  expect(await plannedMoment(request, id)).toBeUndefined()
})

test('a draft without a date is dragged onto a day', async ({ page, request }) => {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const title = `Undated ${Date.now()}`
  const made = await request.post('/api/content', { headers, data: { title } })
  const { doc } = (await made.json()) as { doc: { id: string } }
  const now = new Date()
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 10, 9))
  await signIn(page)
  await page.goto('/admin/calendar')
  await showMonthOf(page, at)
  await page
    .getByRole('region', { name: 'Drafts without a date' })
    .getByRole('button', { name: new RegExp(title) })
    .dragTo(cellOf(page, at))
  await expect(cellOf(page, at).getByRole('button', { name: new RegExp(title) })).toBeVisible()
  await expect.poll(() => plannedMoment(request, doc.id)).toBe(at.toISOString())
})

test('a moment that has passed is refused in words, and nothing moves', async ({ page, request }) => {
  const { id, title, at } = await aPlannedArticle(request, 16)
  await signIn(page)
  await page.goto('/admin/calendar')
  await showMonthOf(page, at)
  await page
    .locator('.mh-month')
    .getByRole('button', { name: new RegExp(title) })
    .click()
  await page.getByRole('dialog').getByLabel('Move it to').fill('2020-01-01T09:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText('That moment has passed')).toBeVisible()
  expect(await plannedMoment(request, id)).toBe(at.toISOString())
})

test('a publication that failed is told by the bell, on the document and on the calendar', async ({
  page,
  request,
}) => {
  const { id, title } = await aFailedPublication(request)
  await signIn(page)
  const bell = page.getByRole('button', { name: /^Notifications, \d+ unread$/ })
  await expect(bell).toBeVisible()
  await bell.click()
  const inbox = page.getByRole('region', { name: 'Notifications' })
  await expect(inbox.getByText(`“${title}” could not be published`)).toBeVisible()
  await inbox.getByRole('link', { name: `“${title}” could not be published` }).click()
  await expect(page).toHaveURL(new RegExp(id))
  const schedule = page.getByRole('region', { name: 'Schedule' })
  await expect(schedule.getByText('The account of whoever planned this was disabled.')).toBeVisible()
  await page.goto('/admin/calendar')
  await expect(page.locator('.mh-month .mh-chip--failed', { hasText: title })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the calendar is accessible in the ${colorScheme} theme and fits a phone`, async ({
    page,
    request,
  }) => {
    const { title, at } = await aPlannedArticle(request, colorScheme === 'light' ? 18 : 20)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page)
    await page.goto('/admin/calendar')
    await showMonthOf(page, at)
    await expect(page.locator('.mh-month').getByRole('button', { name: new RegExp(title) })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Week', exact: true }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Month', exact: true }).click()
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.locator('.mh-agenda').getByRole('button', { name: new RegExp(title) })).toBeVisible()
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await overflow()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })
}

/** Of what is ours; the panel around it is Payload's. */
async function faultsOf(page: Page) {
  return (await new AxeBuilder({ page }).include('.mh-calendar').analyze()).violations
}

/** On that day of the next month, each test on one of its own: a square of the calendar shows four entries. */
async function aPlannedArticle(request: APIRequestContext, day: number) {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const title = `Planned ${Date.now()}`
  const now = new Date()
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day, 9, 30))
  const made = await request.post('/api/content', { headers, data: { title } })
  const { doc } = (await made.json()) as { doc: { id: string } }
  const data = { collection: 'content', id: doc.id, publishAt: at.toISOString() }
  expect((await request.post('/api/schedule', { headers, data })).status()).toBe(200)
  return { id: doc.id, title, at }
}

async function plannedMoment(request: APIRequestContext, id: string): Promise<string | undefined> {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const answer = await request.get(`/api/schedule?collection=content&id=${id}`, { headers })
  return ((await answer.json()) as { docs: { at: string }[] }).docs[0]?.at
}

async function showMonthOf(page: Page, at: Date) {
  const title = at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  await page.getByRole('button', { name: 'The month after' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

function cellOf(page: Page, day: Date) {
  const name = day.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return page.locator(`.mh-month td[aria-label="${name}"]`)
}

/** Whole minutes are too coarse for a test: the value is set with its seconds, as typing them would. */
async function setMoment(page: Page, label: string, moment: Date) {
  await page.getByLabel(label).evaluate(
    (input: HTMLInputElement, value) => {
      input.step = '1'
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      set?.call(input, value)
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    moment.toISOString().slice(0, 19),
  )
}
