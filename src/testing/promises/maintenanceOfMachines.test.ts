/** During a maintenance machines that read the site hear when to come back, and those that read the API go on. */
import { afterEach, expect, test } from 'vitest'
import { anArticle, aTag } from '@/src/domains/publishing/factories'
import { requestContext } from '@/src/platform/requestContext'
import { cast, rest } from '../harness'
import { inHours } from './publicationKit'
import { askSite } from './siteKit'

const { ada } = cast()
const paths = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/tags/t/feed.xml',
  '/sitemap.xml',
  '/sitemaps/news.xml',
  '/llms.txt',
]

async function maintain(times: { startsAt: string | null; endsAt: string | null }) {
  expect((await rest('POST /globals/maintenance', { as: ada, body: times })).status).toBe(200)
}

afterEach(() => maintain({ startsAt: null, endsAt: null }))

test('feeds, sitemaps and llms.txt are closed with the site, and say when it opens', async () => {
  await aTag({ name: 'T', slug: 't' })
  await maintain({ startsAt: inHours(-1), endsAt: inHours(2) })
  for (const path of paths) {
    const { status, headers } = await askSite(path)
    expect([path, status]).toEqual([path, 503])
    expect(Math.round(Number(headers.get('retry-after')) / 60)).toBe(120)
  }
  await maintain({ startsAt: inHours(-2), endsAt: inHours(-1) })
  for (const path of paths) expect([path, (await askSite(path)).status]).toEqual([path, 200])
})

test('what reads the API, search included, goes on', async () => {
  const { id } = await anArticle({ title: 'Heard meanwhile', _status: 'published' })
  await maintain({ startsAt: inHours(-1), endsAt: null })
  expect((await rest(`GET /content/${id}`)).status).toBe(200)
  expect((await rest('GET /search?q=meanwhile')).body.totalDocs).toBe(1)
})

test('an answer of before is kept no longer than until it begins', async () => {
  const startsAt = inHours(1)
  await maintain({ startsAt, endsAt: null })
  for (const path of paths) {
    const context: { requestId: string; validUntil?: number } = { requestId: 'test' }
    await requestContext.run(context, () => askSite(path))
    expect([path, context.validUntil]).toEqual([path, Date.parse(startsAt)])
  }
})
