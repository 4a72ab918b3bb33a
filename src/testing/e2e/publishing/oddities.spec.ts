/** What no demo has: words longer than a phone, messages of visitors, dates that are still to come. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { signIn, tokenOf } from '../support/signIn'

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

async function rest(request: APIRequestContext, method: 'post' | 'delete', path: string, data?: object) {
  const headers = { authorization: `JWT ${await tokenOf(request)}` }
  const answer = await request[method](`/api${path}`, { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

test('one long word widens no page of a phone', async ({ page, request }) => {
  const made: string[] = []
  const make = async (collection: string, data: object) => {
    const { doc } = await rest(request, 'post', `/${collection}`, data)
    made.unshift(`/${collection}/${doc.id}`)
    return doc
  }
  try {
    const tag = await make('tags', { name: long, slug: 'long-word' })
    const category = await make('categories', { name: long, slug: 'long-word', description: long })
    const author = await make('profiles', {
      name: long,
      username: 'long-word',
      bio: long,
      website: `https://example.com/${'a'.repeat(90)}`,
      links: [{ label: long, url: 'https://example.com' }],
    })
    const article = { title: long, slug: 'long-word', excerpt: long, _status: 'published', tags: [tag.id] }
    await make('content', { ...article, categories: [category.id], authors: [author.id], featured: true })
    await page.setViewportSize({ width: 390, height: 800 })
    const lists = ['/categories/long-word', '/tags/long-word', '/authors/long-word', '/', '/archive']
    for (const path of ['/articles/long-word', ...lists, `/search?q=${long}`]) {
      expect((await page.goto(path))?.status()).toBe(200)
      expect([path, await sidewaysOverflow(page)]).toEqual([path, 0])
    }
  } finally {
    for (const path of made) await rest(request, 'delete', path)
  }
})

test('publishing what is dated ahead says at its field what to do', async ({ page, request }) => {
  const publishedAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
  const draft = { title: 'Dated ahead', publishedAt, _status: 'draft' }
  const { doc } = await rest(request, 'post', '/content', draft)
  await signIn(page)
  await page.goto(`/admin/collections/content/${doc.id}`)
  await page.locator('#action-save').click()
  await expect(page.locator('.payload-toast-container')).toContainText('Its publication date lies ahead')
  await expect(page.getByText('It lies ahead: plan it instead.')).toBeVisible()
  await page.getByRole('button', { name: 'Plan a time…' }).click()
  await expect(page.getByLabel(/^Publish at/)).toHaveValue(publishedAt.slice(0, 16))
  await rest(request, 'delete', `/content/${doc.id}`)
})

test('a message of a visitor is read as a letter and marked as answered', async ({ page }) => {
  await page.goto('/contact')
  await page.getByLabel('Your name').fill('Mo')
  await page.getByLabel('Your e-mail').fill('mo@example.com')
  await page.getByLabel('Message').fill('The third figure says 0.5.\n\nYours, Mo')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toBeVisible()
  await signIn(page)
  await page.goto('/admin/collections/contact-messages')
  await expect(page.getByText('To answer').last()).toBeVisible()
  await page.getByRole('link', { name: 'Mo', exact: true }).first().click()
  const letter = page.getByRole('article', { name: 'Message' })
  await expect(letter).toContainText('The third figure says 0.5.')
  await expect(letter.getByRole('link', { name: 'Answer by mail' })).toHaveAttribute('href', /^mailto:mo%40/)
  await letter.getByRole('button', { name: 'Mark as answered' }).click()
  await expect(page.locator('.payload-toast-container')).toContainText('Updated')
  await expect(letter.getByText(/^Answered/)).toBeVisible()
  await page.reload()
  await expect(letter.getByText(/^Answered/)).toBeVisible()
})

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
