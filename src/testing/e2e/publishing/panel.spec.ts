import { type APIRequestContext, expect, test } from '@playwright/test'
import sharp from 'sharp'
import { signIn, tokenOf } from '../support/signIn'

test('an editor signs in, writes an article with a picture, publishes it and reads it on the site', async ({
  page,
  request,
}) => {
  const title = `A walk along the harbour ${Date.now()}`
  await signIn(page)
  await page.goto('/admin/collections/content/create')
  await page.locator('#field-title').fill(title)

  await page
    .locator('#field-cover')
    .getByRole('button', { name: /create new/i })
    .click()
  const drawer = page.locator('.drawer--is-open, dialog[open]').last()
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'harbour.png',
    mimeType: 'image/png',
    buffer: await aPicture(),
  })
  await drawer.locator('#field-alt').fill('Boats in the harbour')
  await drawer.getByRole('button', { name: /^save$/i }).click()
  await expect(drawer).toBeHidden()

  const body = page
    .locator('#field-body [contenteditable=true], .rich-text-lexical [contenteditable=true]')
    .first()
  await body.click()
  await page.keyboard.type('The boats come in at seven, and the gulls know it.')

  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByText('Status: Published')).toBeVisible()

  const slug = await slugOf(request, title)
  await page.goto(`/articles/${slug}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('The boats come in at seven')).toBeVisible()
  const picture = page.getByAltText('Boats in the harbour').first()
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
})

test('an article of 3 MB is opened, edited and saved in the panel', async ({ page, request }) => {
  test.setTimeout(240_000)
  const token = await tokenOf(request)
  const headers = { Authorization: `JWT ${token}` }
  const title = `Long ${Date.now()}`
  const sentence = 'A sentence of a very long article that goes on and on. '.repeat(12)
  const children = Array.from({ length: 3_600 }, (_, index) => paragraph(`${index} ${sentence}`))
  const body = { root: { ...node('root'), children } }
  expect(JSON.stringify(body).length).toBeGreaterThan(3_000_000)
  // The front takes 1 MB of JSON; the panel's own form takes more.
  const made = await request.post('/api/content?depth=0', {
    headers,
    multipart: { _payload: JSON.stringify({ title, body }) },
  })
  expect(made.status(), await made.text().then((text) => text.slice(0, 300))).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: string } }

  await signIn(page)
  await page.goto(`/admin/collections/content/${doc.id}`)
  await expect(page.locator('#field-title')).toHaveValue(title, { timeout: 60_000 })
  await expect(page.locator('[contenteditable=true]').first()).toContainText(
    'A sentence of a very long article',
    {
      timeout: 90_000,
    },
  )
  await page.locator('#field-title').fill(`${title} edited`)
  const saved = page.waitForResponse(
    (response) =>
      response.request().method() === 'PATCH' && response.url().includes(`/api/content/${doc.id}`),
    { timeout: 90_000 },
  )
  expect((await saved).status()).toBe(200)
  const answer = await request.get(`/api/content/${doc.id}?draft=true&depth=0`, { headers })
  const stored = (await answer.json()) as { title: string; body: { root: { children: unknown[] } } }
  expect(stored.title).toBe(`${title} edited`)
  expect(stored.body.root.children).toHaveLength(3_600)
})

test('a member is refused by the panel', async ({ page, request }) => {
  const headers = { Authorization: `JWT ${await tokenOf(request)}` }
  const member = { email: `mia-${Date.now()}@example.com`, password: 'correct horse battery staple' }
  const made = await request.post('/api/users', { headers, data: { ...member, role: 'member' } })
  expect(made.status()).toBe(201)

  await page.goto('/admin/login')
  await page.getByLabel(/e-?mail/i).fill(member.email)
  await page.locator('input[name=password]').fill(member.password)
  await page.getByRole('button', { name: /log ?in|sign ?in/i }).click()
  await expect(page.getByRole('heading', { name: 'This room is for the editors' })).toBeVisible()
  await page.goto('/admin/collections/content')
  await expect(page.getByRole('link', { name: /create new/i })).toHaveCount(0)
  await expect(page.locator('.collection-list')).toHaveCount(0)
})

async function slugOf(request: APIRequestContext, title: string): Promise<string> {
  const answer = await request.get(`/api/content?where[title][equals]=${encodeURIComponent(title)}&depth=0`)
  const { docs } = (await answer.json()) as { docs: { slug: string; _status: string }[] }
  expect(docs[0]?._status).toBe('published')
  return docs[0]?.slug ?? ''
}

function aPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: '#2563eb', noise } })
    .png()
    .toBuffer()
}

function paragraph(text: string) {
  const words = { type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }
  return { ...node('paragraph'), textFormat: 0, textStyle: '', children: [words] }
}

function node(type: string) {
  return { type, version: 1, format: '', indent: 0, direction: null }
}
