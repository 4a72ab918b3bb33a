/** What nobody's browser sends: requests made by hand, for Next's own addresses, data and calls. */
import { type APIRequestContext, expect, test } from '@playwright/test'

async function codeOf(answer: Awaited<ReturnType<APIRequestContext['get']>>) {
  const { errors } = (await answer.json()) as { errors: { code: string }[] }
  return [answer.status(), errors[0]?.code]
}

test('names that Next keeps for itself are pages that are not there', async ({ page }) => {
  for (const path of ['/500', '/404', '/_error', '/_global-error', '/articles.rsc', '/search.rsc?q=a']) {
    const answer = await page.goto(path)
    expect([path, answer?.status(), answer?.headers()['x-content-type-options']]).toEqual([
      path,
      404,
      'nosniff',
    ])
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
  }
})

test('a file that no build has is missed in few words', async ({ request }) => {
  for (const path of ['/_next/data/x/y.json', '/_next/static/chunks/old.js', '/_next/image?url=/a&w=64&q=75'])
    expect([path, ...(await codeOf(await request.get(path)))]).toEqual([path, 404, 'NOT_FOUND'])
})

test('nobody is given a page’s data, and a state of another version does the panel no harm', async ({
  request,
}) => {
  const data = { rsc: '1', 'next-router-state-tree': 'broken' }
  for (const headers of [data, { ...data, cookie: 'payload-token=junk' }]) {
    const answer = await request.get('/', { headers })
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  }
  expect((await request.get('/admin/login', { headers: data })).status()).toBe(200)
})
