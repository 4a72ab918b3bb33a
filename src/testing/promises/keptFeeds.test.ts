/** Readers of feeds ask often: whoever has the newest is told so in a few bytes, by tag or by date. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { answers } from '@/src/platform/cache/answers'
import { withCache } from '@/src/platform/cache/withCache'
import { apiHandler, contentPolicy, createFront } from '@/src/platform/front'
import { testPayload } from '@/src/testing/harness'
import { answerSite } from './siteKit'

let server: Server
let base: string

beforeAll(async () => {
  await testPayload()
  const handler = withCache(apiHandler(answerSite), {
    cache: answers(),
    origins: new Set(),
    isPublicApi: () => false,
  })
  answers().isOpen = true
  const policy = contentPolicy({ frames: [], scripts: [], isDev: false })
  server = createFront({ handler: () => handler, trustProxy: [], policy, routes: {} }).server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  answers().isOpen = false
  server.closeAllConnections()
  server.close()
})

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return fetch(`${base}${path}`, { headers: { 'accept-encoding': 'identity', ...headers }, method })
}

const addresses = ['/feed.xml', '/atom.xml', '/feed.json']

test('a tag or a date that is still right is answered with 304 and nothing else', async () => {
  await anArticle({ _status: 'published' })
  for (const path of addresses) {
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    const date = first.headers.get('last-modified') ?? ''
    expect([first.status, etag, date]).toEqual([
      200,
      expect.stringMatching(/^".+"$/),
      expect.stringMatching(/ GMT$/),
    ])
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `W/${etag}, "other"` },
      { 'if-modified-since': date },
    ]
    for (const headers of known) {
      const again = await ask(path, headers)
      expect([again.status, (await again.arrayBuffer()).byteLength], JSON.stringify(headers)).toEqual([
        304, 0,
      ])
      expect(again.headers.get('etag')).toBe(etag)
    }
    const other = await ask(path, { 'if-none-match': '"other"', 'if-modified-since': date })
    expect(other.status, 'the tag says more than the date').toBe(200)
    expect((await ask(path, { 'if-modified-since': new Date(0).toUTCString() })).status).toBe(200)
  }
})

test('after a publication the old tag and the old date bring the new feed', async () => {
  for (const path of addresses) {
    const { headers } = await ask(path)
    const article = await anArticle({ _status: 'published' })
    const tag = headers.get('etag') ?? ''
    const byTag = await ask(path, { 'if-none-match': tag })
    expect(byTag.status).toBe(200)
    expect(await byTag.text()).toContain(article.id)
    expect((await ask(path, { 'if-none-match': tag })).headers.get('x-cache')).toBe('hit')
  }
})

test('HEAD says what GET would, and marks in the query make no second answer', async () => {
  for (const path of addresses) {
    const whole = await ask(path)
    const head = await ask(path, {}, 'HEAD')
    expect(head.status).toBe(200)
    expect((await head.arrayBuffer()).byteLength).toBe(0)
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
    expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'))
    expect((await ask(`${path}?utm_source=reader`)).headers.get('x-cache')).toBe('hit')
  }
})
