/** Content moves in from the panel: uploaded, looked through, imported by the worker, read on the site, undone. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn, tokenOf } from '../support/signIn'

test('an editor uploads a Ghost export, sees what would come, imports it, reads it and undoes it', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const mark = Date.now().toString(36)
  await signIn(page)
  await page.goto('/admin/collections/imports')
  const form = page.getByRole('form', { name: 'New import' })
  await form.getByLabel('From').selectOption('ghost')
  await form.getByRole('button', { name: 'Upload and look through it' }).click()
  await expect(form.getByRole('alert')).toHaveText('Choose the file first.')
  await form.getByLabel('File').setInputFiles({
    name: 'ghost.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(aGhostExport(mark))),
  })
  await form.getByRole('button', { name: 'Upload and look through it' }).click()

  const panel = page.getByRole('region', { name: 'Import' })
  await expect(panel.getByRole('status')).toHaveText('Ready to import', { timeout: 60_000 })
  await expect(figure(panel, 'New')).toHaveText('3')
  await expect(panel.getByRole('region', { name: 'CODE_INJECTION_REFUSED' })).toContainText(`moved-${mark}-1`)
  expect((await request.get(`/articles/moved-${mark}-1`)).status()).toBe(404)
  const { violations } = await new AxeBuilder({ page }).include('.mh-import').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await panel.getByRole('button', { name: 'Start the import' }).click()
  await expect(panel.getByRole('status')).toHaveText('Imported', { timeout: 60_000 })
  await expect(figure(panel, 'New')).toHaveText('3')
  await page.goto(`/articles/moved-${mark}-1`)
  await expect(page.getByRole('heading', { level: 1, name: `Moved ${mark} 1` })).toBeVisible()
  await expect(page.getByText('It came from Ghost.')).toBeVisible()

  // Somebody goes on working with one of them: that one stays.
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const found = await request.get(`/api/content?where[slug][equals]=moved-${mark}-2&depth=0`, { headers })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  await request.patch(`/api/content/${docs[0]?.id}`, { headers, data: { excerpt: 'Edited here' } })

  await page.goBack()
  await panel.getByRole('button', { name: 'Undo this import' }).click()
  await panel.getByRole('button', { name: 'Yes, undo it' }).click()
  await expect(panel.getByRole('status')).toHaveText('Undone', { timeout: 60_000 })
  await expect(panel.getByRole('link', { name: `Moved ${mark} 2` })).toBeVisible()
  await expect(panel.getByText('was edited since')).toBeVisible()
  expect((await request.get(`/articles/moved-${mark}-1`)).status()).toBe(404)
  expect((await request.get(`/articles/moved-${mark}-2`)).status()).toBe(200)
})

test('a file that is no export is refused with the reason', async ({ page }) => {
  await signIn(page)
  await page.goto('/admin/collections/imports')
  const form = page.getByRole('form', { name: 'New import' })
  await form.getByLabel('From').selectOption('ghost')
  await form
    .getByLabel('File')
    .setInputFiles({ name: 'else.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') })
  await form.getByRole('button', { name: 'Upload and look through it' }).click()
  const panel = page.getByRole('region', { name: 'Import' })
  await expect(panel.getByRole('status')).toHaveText('Failed', { timeout: 60_000 })
  await expect(panel.getByRole('alert')).toContainText('IMPORT_NOT_GHOST')
})

function figure(panel: ReturnType<Page['getByRole']>, name: string) {
  return panel
    .locator('dl > div', { has: panel.page().locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd')
}

function aGhostExport(mark: string) {
  const post = (number: number) => ({
    id: `${mark}-${number}`,
    title: `Moved ${mark} ${number}`,
    slug: `moved-${mark}-${number}`,
    type: 'post',
    status: 'published',
    visibility: 'public',
    published_at: '2024-01-02T03:04:05.000Z',
    codeinjection_head: number === 1 ? '<script>alert(1)</script>' : null,
    html: '<p>It came from Ghost.</p>',
  })
  return { db: [{ meta: { version: '5.130.6' }, data: { posts: [1, 2, 3].map(post), users: [] } }] }
}
