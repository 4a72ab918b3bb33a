import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { aFailedPublication } from '../support/aFailedPublication'
import { signIn, tokenOf } from '../support/signIn'

const job = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: `“${title}”` })

test('a publication that failed is seen on the jobs screen with its reason, retried there, and done', async ({
  page,
  request,
}) => {
  const failed = await aFailedPublication(request)
  await signIn(page)
  await page.goto('/admin')
  const notice = page.getByRole('region', { name: 'Failed jobs' })
  await expect(notice).toContainText(`Publishing “${failed.title}” failed`)
  await notice.getByRole('link', { name: new RegExp(failed.title) }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible()
  const line = job(page, failed.title)
  await expect(line).toContainText(
    `Publishing “${failed.title}” failed: The account of whoever planned this was disabled.`,
  )
  await expect(line.getByText('ACCOUNT_DISABLED')).toBeVisible()
  await expect(line.getByRole('link', { name: `Open “${failed.title}”` })).toBeVisible()
  await expect(line.locator('pre').first()).toBeHidden()
  const { violations } = await new AxeBuilder({ page }).include('.mh-jobs').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const restored = await request.patch(`/api/users/${failed.user}`, { headers, data: { disabledAt: null } })
  expect(restored.status()).toBe(200)
  await line.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('It is tried again.')).toBeVisible()
  // Nobody reloads: the screen follows the job through its states.
  await expect(line).toContainText(`Publishing “${failed.title}” was done.`)

  await page.getByRole('link', { name: /^Done/ }).click()
  await expect(line).toHaveCount(1)
  const answer = await request.get(`/api/content/${failed.id}`)
  expect(((await answer.json()) as { _status: string })._status).toBe('published')
})

test('a job that is due later is cancelled, after a question', async ({ page, request }) => {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const title = `Not after all ${Date.now()}`
  const written = await request.post('/api/content', { headers, data: { title } })
  const { doc } = (await written.json()) as { doc: { id: string } }
  const publishAt = new Date(Date.now() + 3_600_000).toISOString()
  await request.post('/api/schedule', { headers, data: { collection: 'content', id: doc.id, publishAt } })

  await signIn(page)
  await page.goto('/admin/jobs?state=later')
  await page.getByRole('searchbox').fill(title)
  await expect(page.locator('.mh-job')).toHaveCount(1)
  await job(page, title).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(job(page, title)).toHaveCount(1)
  await job(page, title).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Cancel the job' }).click()
  await expect(page.getByText('No job in this list fits')).toBeVisible()
  await page.getByRole('link', { name: /^Cancelled/ }).click()
  await expect(job(page, title)).toContainText('was cancelled.')
})

test('with the keyboard alone a failure is found and opened', async ({ page, request }) => {
  const { title } = await aFailedPublication(request)
  await signIn(page)
  await page.goto('/admin/jobs?state=done')
  await page.getByRole('link', { name: /^Failed/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/state=failed/)
  // It follows the queue: from now on it listens to keys as well.
  await page.waitForResponse(/\/api\/jobs\/summary/)
  const open = job(page, title).getByRole('button', { expanded: false }).first()
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(job(page, title).getByText('Stack of the last failure')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(job(page, title).getByText('Stack of the last failure')).toHaveCount(0)
})

test('the screen rests while it is paused or hidden, and looks at once when it is shown again', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/admin/jobs?state=done')
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/jobs')) asked += 1
  })
  const askedWithin = async (ms: number) => {
    await page.waitForLoadState('networkidle')
    const before = asked
    await page.waitForTimeout(ms)
    return asked - before
  }
  await expect.poll(() => asked).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Live' }).click()
  await expect(page.getByRole('button', { name: 'Paused' })).toHaveAttribute('aria-pressed', 'false')
  expect(await askedWithin(6_000)).toBe(0)

  await page.getByRole('button', { name: 'Paused' }).click()
  await setHidden(page, true)
  expect(await askedWithin(6_000)).toBe(0)
  await setHidden(page, false)
  expect(await askedWithin(1_000)).toBeLessThanOrEqual(2)
  await expect.poll(() => asked).toBeGreaterThan(5)
})

function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}

test('an answer that breaks off leaves the screen as it was, and says so', async ({ page, request }) => {
  const { title } = await aFailedPublication(request)
  await signIn(page)
  await page.goto('/admin/jobs?state=failed')
  await page.route(/\/api\/jobs/, (route) => route.fulfill({ status: 200, body: '{"counts":' }))
  await expect(page.getByText('The server does not answer. Trying again.')).toBeVisible()
  await job(page, title).getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('The server does not answer. Try again in a moment.')).toBeVisible()
  await page.unroute(/\/api\/jobs/)
  await expect(page.getByText('The server does not answer.')).toHaveCount(0)
  await expect(job(page, title).getByRole('button', { name: 'Retry' })).toBeEnabled()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a screen that fails leaves the panel standing, and is tried again, in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page)
    await page.goto('/admin/jobs?state=done')
    // No answer of ours has this shape: the screen cannot be drawn from it.
    await page.route(/\/api\/jobs/, (route) => route.fulfill({ json: {} }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This screen could not be shown')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await expect(page.getByRole('link', { name: 'To the panel’s home' })).toHaveAttribute('href', /\/admin$/)
    await page.getByText('What to tell whoever looks after the site').click()
    await expect(page.getByText(/^TypeError: /)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

    await page.unroute(/\/api\/jobs/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible()
  })
}

test('an author finds neither the link nor the screen', async ({ page, request }) => {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const author = { email: `author-${Date.now()}@example.com`, password: 'correct horse battery staple' }
  await request.post('/api/users', { headers, data: { ...author, role: 'author' } })
  await signIn(page, author)
  await expect(page.locator('#nav-jobs')).toHaveCount(0)
  await page.goto('/admin/jobs')
  await expect(page.getByText('Only administrators look after the queue.')).toBeVisible()
  await expect(page.locator('.mh-job')).toHaveCount(0)
})
