/** A reader signs up for the newsletter, confirms from the mail, and leaves again. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { mailsIn } from '../../mailsIn'
import { signIn } from '../support/signIn'
import { placeOfSite } from '../support/startSite'

const article = '/articles/how-to-read-an-order-book'

/** Five sign-ups an hour are taken from one visitor: these tests make four. */
const place = placeOfSite()
test.skip(!place, 'Mails are read in the data folder of a site that the tests started')

let count = 0
const anAddress = () => `reader-${Date.now()}-${++count}@example.com`

/** Where the mail leads: to confirm, and out again. */
async function linksTo(address: string): Promise<{ confirm: string; leave: string }> {
  const dataDir = place?.environment.DATA_DIR ?? ''
  await expect.poll(() => mailsIn(dataDir, address).length, { timeout: 30_000 }).toBe(1)
  const mail = mailsIn(dataDir, address)[0]?.replaceAll('=3D', '=') ?? ''
  const confirm = /\/newsletter\/confirm\?token=[\w.-]+/.exec(mail)?.[0] ?? ''
  const leave = /\/api\/subscribers\/unsubscriptions\?token=[\w.-]+/.exec(mail)?.[0] ?? ''
  return { confirm, leave }
}

/** Opens the article and waits until its scripts are at work: before that, the browser sends the form by itself. */
async function openArticle(page: Page) {
  await page.goto(article)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form[action$=sign-ups]') ?? {}).some((name) =>
      name.startsWith('__reactProps'),
    ),
  )
}

async function fill(page: Page, address: string) {
  await page.getByLabel('Your e-mail').fill(address)
  await page.getByRole('button', { name: 'Sign up' }).click()
}

async function isAccessible(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
}

const says = (page: Page, heading: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a reader signs up below an article, confirms, and leaves, in the ${colorScheme} theme`, async ({
    page,
    request,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const address = anAddress()
    await openArticle(page)
    await fill(page, 'mo@localhost')
    await expect(page.getByText('Give an address that mail can be sent to.')).toBeVisible()
    await expect(page.getByLabel('Your e-mail')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Your e-mail')).toBeFocused()
    await isAccessible(page)
    await fill(page, address)
    await expect(page.getByRole('status')).toContainText('Look into your mailbox')
    await expect(page).toHaveURL(article)
    await isAccessible(page)

    const { confirm, leave } = await linksTo(address)
    // What a mail scanner does.
    for (const link of [confirm, confirm, leave]) expect((await request.get(link)).status()).toBe(200)
    const answer = await page.goto(confirm)
    expect(answer?.headers()['cache-control']).toContain('no-store')
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await says(page, 'One click to go')
    await expect(page.getByText(address)).toBeVisible()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Yes, subscribe me' }).click()
    await says(page, 'You are subscribed')
    await isAccessible(page)

    await page.goto(leave)
    await says(page, 'Leave the newsletter?')
    await isAccessible(page)
    await page.getByRole('button', { name: 'Unsubscribe' }).click()
    await says(page, 'You have left')
    await isAccessible(page)

    expect((await page.goto(confirm))?.status()).toBe(404)
    await says(page, 'This link does not work')
    await isAccessible(page)
  })
}

test('editors find who subscribed, and how, take the list along, and let a reader go', async ({
  page,
  request,
}) => {
  const address = anAddress()
  await openArticle(page)
  await fill(page, address)
  const { confirm } = await linksTo(address)
  const token = new URL(confirm, 'http://localhost').searchParams.get('token')
  expect((await request.post('/api/subscribers/confirmations', { data: { token } })).status()).toBe(200)
  await signIn(page)
  await page.goto('/admin/collections/subscribers')
  await page.getByRole('button', { name: 'Active', exact: true }).click()
  await expect(page).toHaveURL(/active/)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download .* as CSV/ }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^subscribers-.*\.csv$/)
  const table = readFileSync(await file.path(), 'utf8')
  expect(table).toContain(`\r\n${address},active,en,`)
  expect(table).not.toContain(',pending,')

  await page.getByRole('link', { name: address }).click()
  await expect(page.getByText('One letter a week, on Fridays')).toBeVisible()
  await page.getByRole('button', { name: 'Unsubscribe…' }).click()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await page.getByRole('button', { name: 'Unsubscribe…' }).click()
  await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unsubscribe…' })).toHaveCount(0)
  await expect(page.locator('#field-state')).toContainText('Unsubscribed')
  await expect(page.getByText('One letter a week, on Fridays')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('a reader signs up and confirms as well, and leaves by one click of a mail program', async ({
    page,
    request,
  }) => {
    const address = anAddress()
    await page.goto(article)
    await fill(page, 'mo@localhost')
    await expect(page.getByText('Give an address that mail can be sent to.')).toBeVisible()
    await fill(page, address)
    await says(page, 'Look into your mailbox')

    const { confirm, leave } = await linksTo(address)
    await page.goto(confirm)
    await page.getByRole('button', { name: 'Yes, subscribe me' }).click()
    await says(page, 'You are subscribed')
    const oneClick = await request.post(leave, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 })
    expect(oneClick.status()).toBe(200)
    await page.goto(leave)
    await says(page, 'You have left')
  })
})
