/** What nobody's browser sends: requests made by hand, for Next's own addresses, data and calls. */
import { request as httpRequest } from 'node:http'
import { type APIRequestContext, expect, test } from '@playwright/test'

const formless = { 'next-action': '40'.repeat(21) }
const broken = { 'content-type': 'multipart/form-data; boundary=x' }

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

test('forms and calls that are foreign, of another deployment or broken are refused', async ({ request }) => {
  const post = (headers: Record<string, string>, data = 'x') => request.post('/contact', { headers, data })
  for (const origin of ['https://evil.example', 'null', 'junk']) {
    expect(await codeOf(await post({ ...formless, origin }))).toEqual([403, 'ORIGIN_REFUSED'])
    expect(await codeOf(await post({ ...broken, origin }))).toEqual([403, 'ORIGIN_REFUSED'])
  }
  const unknown = await post(formless)
  expect(await codeOf(unknown)).toEqual([409, 'ACTION_UNKNOWN'])
  expect(unknown.headers()['x-nextjs-action-not-found']).toBe('1')
  expect(await codeOf(await post({ 'next-action': 'junk' }))).toEqual([409, 'ACTION_UNKNOWN'])
  expect(await codeOf(await post(broken))).toEqual([400, 'INVALID_FORM'])
  expect(await codeOf(await post({ 'content-type': 'multipart/form-data' }))).toEqual([400, 'INVALID_FORM'])
  const empty = await request.post('/contact', { multipart: { a: 'b' } })
  expect(await codeOf(empty)).toEqual([400, 'INVALID_FORM'])
})

test('a call that the site knows, with what nobody can read, is the caller’s fault', async ({
  page,
  request,
}) => {
  // The form names its action for browsers without scripts: nobody has to wait until it was made alive.
  await page.goto('/contact')
  const named = page.locator('form input[name^="$ACTION_"][value*="bound"]')
  const { id: action } = JSON.parse(await named.inputValue()) as { id: string }
  const headers = { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' }
  for (const data of ['[', 'null', '["$F1"]'])
    expect(await codeOf(await request.post('/contact', { headers, data }))).toEqual([400, 'INVALID_FORM'])
  expect((await request.post('/contact', { headers, data: '[]' })).status()).toBe(200)
  // On a page that has no such form nobody is taken for the machine that the site runs on.
  for (const path of ['/archive', '/admin/login'])
    expect(await codeOf(await request.post(path, { headers, data: '[]' }))).toEqual([409, 'ACTION_UNKNOWN'])
})

test('who offers another protocol, as some programs always do, is answered in the one that there is', async ({
  baseURL,
}) => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' }
  for (const path of ['/', '/api/content?limit=1', '/admin/login']) {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(new URL(path, baseURL), { headers }, (response) => {
        resolve(response.resume().statusCode)
      })
      request.on('error', reject).end()
    })
    expect([path, status]).toEqual([path, 200])
  }
})

test('a method that a page does not know, and dates before all dates, are refused', async ({ request }) => {
  const asked = await request.fetch('/', { method: 'OPTIONS' })
  expect([...(await codeOf(asked)), asked.headers().allow]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, HEAD'])
  expect(await codeOf(await request.post('/feed.xml'))).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect((await request.get('/search?q=a&from=0000')).status()).toBe(400)
  expect(await codeOf(await request.get('/api/search?q=a&from=0000'))).toEqual([400, 'INVALID_INPUT'])
  expect((await request.get('/search?q=a&from=0001&to=9999')).status()).toBe(200)
})
