/** How many statements an answer costs: a figure that grows fails here before anybody feels it. */
import { createServer, type Server } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCategory, anArticle, aTag } from '@/src/domains/publishing/factories'
import { AnswerCache } from '@/src/platform/cache/AnswerCache'
import { openCaches } from '@/src/platform/cache/answers'
import { withCache } from '@/src/platform/cache/withCache'
import { apiHandler } from '@/src/platform/front'
import { apiRoute } from '@/src/platform/http/apiRoute'
import { requestContext } from '@/src/platform/requestContext'
import { cast, testPayload } from '../harness'

const list = '/api/content?limit=10&sort=-publishedAt&depth=1'
const bySlug = '/api/content?where[slug][equals]=article-3&limit=1&depth=1'
const byTerms =
  '/api/content?where[categories.slug][equals]=news&where[tags.slug][equals]=tag-1&limit=3&page=2&sort=-publishedAt&depth=1'
const graphql = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query:
      '{ Contents(limit: 10, sort: "-publishedAt") { totalDocs docs { id authors { name } categories { name } tags { name } } } }',
  }),
}

const cache = new AnswerCache(10_000_000)
let server: Server
let origin = ''
/** What an article is filed under. */
let filed: { authors: string[]; categories: string[]; tags: string[] }

beforeAll(async () => {
  const payload = await testPayload()
  const author = await payload.create({
    collection: 'profiles',
    data: { name: 'An author', username: 'an-author' },
    overrideAccess: true,
    depth: 0,
  })
  const category = await aCategory({ name: 'News', slug: 'news' })
  const tags = [await aTag({ slug: 'tag-1' }), await aTag({ slug: 'tag-2' })].map(({ id }) => id)
  filed = { authors: [author.id], categories: [category.id], tags }
  for (let n = 0; n < 12; n += 1) await anArticle({ slug: `article-${n}`, _status: 'published', ...filed })
  const { default: config } = await import('@/payload.config')
  const handler = withCache(apiHandler(apiRoute(config)), {
    cache,
    origins: new Set(),
    isPublicApi: () => true,
  })
  server = createServer((request, response) => {
    requestContext.run({ requestId: 'test' }, () => void handler(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}, 60_000)

afterAll(() => {
  openCaches(false)
  server.close()
})

async function statementsOf(path: string, init: RequestInit = {}, status = 200): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const answer = await fetch(origin + path, init)
    expect(answer.status, await answer.text()).toBe(status)
    return query.mock.calls.length
  } finally {
    query.mockRestore()
  }
}

const questions: [string, string, RequestInit, { alone: number; remembered: number }][] = [
  ['W1, the newest ten', list, {}, { alone: 5, remembered: 2 }],
  ['W2, one by slug', bySlug, {}, { alone: 4, remembered: 1 }],
  ['W3, by terms', byTerms, {}, { alone: 6, remembered: 2 }],
  ['W1 without totals', `${list}&count=false`, {}, { alone: 4, remembered: 1 }],
  ['W5, W1 by GraphQL', '/api/graphql', graphql, { alone: 5, remembered: 2 }],
]

for (const [name, path, init, { alone, remembered }] of questions) {
  test(`${name} costs ${alone} statements, ${remembered} with what did not change in memory, none when kept`, async () => {
    cache.isOpen = false
    openCaches(false)
    expect(await statementsOf(path, init)).toBe(alone)
    openCaches(true)
    await statementsOf(path, init)
    expect(await statementsOf(path, init)).toBe(remembered)
    cache.isOpen = true
    await statementsOf(path, init)
    expect(await statementsOf(path, init)).toBe(0)
  })
}

test('W4, a new article costs 6 statements: who asks, its address, the article, its version, and two for the transaction', async () => {
  const init = {
    method: 'POST',
    headers: { authorization: `JWT ${cast().eve.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'New', slug: 'new', _status: 'published', plans: ['pro'], ...filed }),
  }
  expect(await statementsOf('/api/content?depth=0', init, 201)).toBe(6)
})
