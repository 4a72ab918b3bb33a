/** A visitor writes to the publication, and its editors read it. */
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/signIn'

async function fill(page: Page, message: string, email = 'mo@example.com') {
  await page.goto('/contact', { waitUntil: 'networkidle' })
  await page.getByLabel('Your name').fill('Mo')
  await page.getByLabel('Your e-mail').fill(email)
  await page.getByLabel('Message').fill(message)
  await page.getByRole('button', { name: 'Send' }).click()
}

test('a message arrives in the panel', async ({ page }) => {
  const broken: string[] = []
  // A browser may let go of an answer that it has whole: that is no failure of ours.
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') broken.push(`${request.url()}: ${reason}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400) broken.push(`${answer.url()}: ${answer.status()}`)
  })
  await fill(page, 'The third paragraph is upside down.')
  await expect(page.getByRole('status')).toContainText('Your message has arrived')
  await expect(page.getByRole('status')).toBeFocused()
  await page.waitForLoadState('networkidle')
  expect(broken).toEqual([])
  await signIn(page)
  await page.goto('/admin/collections/contact-messages')
  await expect(page.getByText('The third paragraph is upside down.')).toBeVisible()
})

test('what is wrong is said where it is, and what was typed stays', async ({ page }) => {
  await fill(page, 'Words that were hard to find.', 'mo@localhost')
  await expect(page.getByText('Give an address that an answer can be sent to.')).toBeVisible()
  await expect(page.getByLabel('Message')).toHaveValue('Words that were hard to find.')
  await expect(page.getByLabel('Your e-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Your e-mail')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a message arrives as well', async ({ page }) => {
    await fill(page, 'No script was run for this.')
    await expect(page.getByText('Your message has arrived')).toBeVisible()
  })

  test('the first field that is wrong is where the cursor stands', async ({ page }) => {
    await fill(page, 'Typed without a script.', 'mo@localhost')
    await expect(page.getByText('Give an address that an answer can be sent to.')).toBeVisible()
    await expect(page.getByLabel('Your e-mail')).toBeFocused()
    await expect(page.getByLabel('Message')).toHaveValue('Typed without a script.')
  })
})
