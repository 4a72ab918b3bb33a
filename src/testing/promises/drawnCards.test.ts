/** Pictures of shared articles: of what everybody finds, whatever its title says, and never two at once. */
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { aMedia } from '@/src/domains/media/factories'
import { aCategory, anArticle } from '@/src/domains/publishing/factories'
import { cardSize } from '@/src/domains/publishing/openGraph/Card'
import { drawCard } from '@/src/domains/publishing/openGraph/drawCard'
import { inTurn } from '@/src/domains/publishing/openGraph/inTurn'
import { testPayload } from '@/src/testing/harness'
import { askSite } from './siteKit'

type Article = Awaited<ReturnType<typeof anArticle>>
const unknownVersion = '0123456789abcdef'

let open: Article

beforeAll(async () => {
  const category = await aCategory({ name: 'Section', colour: '#17694f' })
  const cover = await aMedia()
  open = await anArticle({ _status: 'published', title: 'Seen', cover: cover.id, categories: [category.id] })
})

async function versionOf({ id }: Article): Promise<string> {
  const answer = await askSite(`/og/articles/${id}/${unknownVersion}.jpg`)
  expect(answer.status).toBe(307)
  const [, version = ''] = /\/([0-9a-f]{16})\.jpg$/.exec(answer.headers.get('location') ?? '') ?? []
  return version
}

test('a published article has a picture, and a change of what is seen gives it another address', async () => {
  const version = await versionOf(open)
  const answer = await askSite(`/og/articles/${open.id}/${version}.jpg`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', ...cardSize })
  expect(bytes.length).toBeLessThan(300_000)
  const again = await askSite(`/og/articles/${open.id}/${version}.jpg`)
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes), 'the kept one').toBe(true)
  const payload = await testPayload()
  const change = { title: 'Seen differently', _status: 'published' as const }
  await payload.update({ collection: 'content', id: open.id, data: change, overrideAccess: true })
  expect(await versionOf(open)).not.toBe(version)
})

test('what not everybody finds has none', async () => {
  const payload = await testPayload()
  const trashed = await anArticle({ _status: 'published', deletedAt: '2026-01-01T00:00:00.000Z' })
  const withdrawn = await anArticle({ _status: 'published' })
  const version = await versionOf(withdrawn)
  expect((await askSite(`/og/articles/${withdrawn.id}/${version}.jpg`)).status).toBe(200)
  await payload.update({
    collection: 'content',
    id: withdrawn.id,
    data: { _status: 'draft' },
    overrideAccess: true,
  })
  expect((await askSite(`/og/articles/${withdrawn.id}/${version}.jpg`)).status).toBe(404)
  const others = [
    await anArticle(),
    await anArticle({ _status: 'published', archivedAt: '2026-01-01' }),
    trashed,
  ]
  for (const { id } of others)
    expect((await askSite(`/og/articles/${id}/${unknownVersion}.jpg`)).status, id).toBe(404)
  for (const path of [
    'x/y.jpg',
    `${open.id}/x.jpg`,
    `${open.id}/${unknownVersion}.png`,
    `..%2f/${unknownVersion}.jpg`,
  ]) {
    const answer = await askSite(`/og/articles/${path}`)
    expect([answer.status, await answer.text()], path).toEqual([404, 'There is no such picture.\n'])
  }
})

test.each([
  ['nothing', ''],
  ['three hundred letters', 'A long title and '.repeat(18)],
  ['one long word', 'Donaudampfschifffahrt'.repeat(14)],
  ['Arabic', 'ما الذي عرفته عصا الحساب'],
  ['Hebrew', 'מה ידע מקל הספירה'],
  ['Russian and Greek', 'Что знала палочка και το ξύλο'],
  ['Vietnamese and Polish', 'Cây gậy đếm biết gì, zażółć gęślą jaźń'],
  ['Japanese, which we have no letters for', '日本語のタイトル'],
  ['emoji', '🎉 A party 👩‍👩‍👧‍👦🏳️‍🌈'],
  ['emoji alone', '🎉🎉'],
  ['marks of markup and controls', '<script>alert(1)</script> & "x" \u0000\u0007\u202e\ud800'],
])('a title of %s is drawn', async (_, title) => {
  const jpeg = await drawCard({ siteName: 'Masthead', title, locale: 'en', authors: ['Ann'] })
  const { width, height } = await sharp(jpeg).metadata()
  expect({ width, height }).toEqual(cardSize)
})

test('one is drawn at a time, equal ones once, and too many are told to come back', async () => {
  let running = 0
  let most = 0
  let drawn = 0
  const draw = async () => {
    running += 1
    drawn += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    return Buffer.from('x')
  }
  const keys = Array.from({ length: 40 }, (_, index) => `key-${index % 20}`)
  const results = await Promise.allSettled(keys.map((key) => inTurn(key, draw)))
  const refused = results.filter(({ status }) => status === 'rejected')
  expect([most, drawn, refused.length]).toEqual([1, 12, 16])
  expect(refused[0]).toMatchObject({ reason: { code: 'DRAWING_BUSY', status: 503 } })
  await expect(inTurn('fails', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn('after it', draw)).toEqual(Buffer.from('x'))
})
