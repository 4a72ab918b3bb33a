/** Pages and answers follow within a second of the commit, whoever wrote: REST, the panel, an import. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { runOurs } from '../../processes/support/runOurs'
import { signIn, tokenOf } from '../support/signIn'
import { placeOfSite } from '../support/startSite'

const withinMs = 1_000

interface Article {
  id: string
  slug: string
}

async function publish(request: APIRequestContext, title: string): Promise<Article & { token: string }> {
  const token = await tokenOf(request)
  const answer = await request.post('/api/content', {
    headers: { Authorization: `JWT ${token}` },
    data: {
      title,
      slug: `fresh-${randomUUID()}`,
      _status: 'published',
      publishedAt: new Date().toISOString(),
    },
  })
  expect(answer.status()).toBe(201)
  return { ...((await answer.json()) as { doc: Article }).doc, token }
}

/** @returns milliseconds until the path answers with the text, or without it. */
async function followed(
  request: APIRequestContext,
  path: string,
  text: string,
  isThere = true,
): Promise<number> {
  const startedAt = performance.now()
  while ((await (await request.get(path)).text()).includes(text) !== isThere) {
    expect(performance.now() - startedAt, `${path} follows`).toBeLessThan(5_000)
  }
  return performance.now() - startedAt
}

test.use({ storageState: { cookies: [], origins: [] } })

test('twenty updates by REST are on the article, the front page, the feed and in the API within a second', async ({
  playwright,
  baseURL,
}) => {
  test.slow()
  const writer = await playwright.request.newContext({ baseURL })
  const reader = await playwright.request.newContext({ baseURL })
  const { id, slug, token } = await publish(writer, 'Trial 0')
  const paths = [`/articles/${slug}`, '/', '/feed.xml', `/api/content?where[slug][equals]=${slug}`]
  const delays: number[] = []
  for (let trial = 1; trial <= 20; trial += 1) {
    for (const path of paths) expect((await reader.get(path)).status()).toBe(200)
    const title = `Trial number ${trial} of twenty ${randomUUID()}`
    const answer = await writer.patch(`/api/content/${id}`, {
      headers: { Authorization: `JWT ${token}` },
      data: { title, _status: 'published' },
    })
    expect(answer.status()).toBe(200)
    for (const path of paths) delays.push(await followed(reader, path, title))
  }
  delays.sort((a, b) => a - b)
  expect(delays[Math.ceil(delays.length * 0.95) - 1]).toBeLessThan(withinMs)

  await writer.patch(`/api/content/${id}`, {
    headers: { Authorization: `JWT ${token}` },
    data: { _status: 'draft' },
  })
  await expect
    .poll(async () => (await reader.get(`/articles/${slug}`)).status(), { timeout: withinMs })
    .toBe(404)
})

test('what is published in the panel is on its page within a second', async ({
  page,
  playwright,
  baseURL,
}) => {
  const reader = await playwright.request.newContext({ baseURL })
  const { id, slug } = await publish(await playwright.request.newContext({ baseURL }), 'Before the panel')
  await followed(reader, `/articles/${slug}`, 'Before the panel')
  await signIn(page)
  await page.goto(`/admin/collections/content/${id}`)
  const title = `By the panel ${randomUUID()}`
  await page.locator('input[name=title]').fill(title)
  const saved = page.waitForResponse(
    (response) =>
      /\/api\/content\//.test(response.url()) &&
      response.request().method() === 'PATCH' &&
      !/autosave=true/.test(response.url()),
  )
  await page.getByRole('button', { name: /publish changes/i }).click()
  await saved
  expect(await followed(reader, `/articles/${slug}`, title)).toBeLessThan(withinMs)
})

test('what an import changes is on its page within a second', async ({ playwright, baseURL }) => {
  const place = placeOfSite()
  test.skip(!place, 'needs the site that the tests started themselves')
  if (!place) return
  test.slow()
  const reader = await playwright.request.newContext({ baseURL })
  const folder = mkdtempSync(join(tmpdir(), 'masthead-fresh-'))
  const slug = `imported-${randomUUID()}`
  const importText = async (text: string) => {
    writeFileSync(join(folder, `${slug}.md`), `---\ntitle: Imported\ndate: 2024-02-03\n---\n\n${text}\n`)
    const command = runOurs(place, 'import', ['markdown', folder])
    expect(await command.ended, command.output()).toBe(0)
  }
  try {
    await importText('The first words.')
    await followed(reader, `/articles/${slug}`, 'The first words.')
    await importText('The second words.')
    expect(await followed(reader, `/articles/${slug}`, 'The second words.')).toBeLessThan(withinMs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
