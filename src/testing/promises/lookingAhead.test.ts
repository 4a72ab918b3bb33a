/** What staff see who look ahead: the site as the plan of publications will have made it. */
import { expect, test } from 'vitest'
import { aBody, anArticle, aPage } from '@/src/domains/publishing/factories'
import { findArticleBySlug } from '@/src/domains/publishing/findArticleBySlug'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { lookAheadCookie } from '@/src/domains/publishing/lookAheadAsAsked'
import { lookAhead } from '@/src/domains/publishing/readForecast'
import { SearchInput } from '@/src/domains/publishing/search/schemas'
import { searchArticles } from '@/src/domains/publishing/search/searchArticles'
import { type Actor, cast, requestOf, rest } from '../harness'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

async function planned(body: object) {
  const { status } = await rest('POST /schedule', { as: cast().eve, body })
  expect(status).toBe(200)
}

async function lookingAhead(as: Actor | undefined, hours: number) {
  const req = await requestOf(as)
  lookAhead(req, inHours(hours))
  return req
}

test('a planned article stands in lists and at its address from its moment on, in its newest form', async () => {
  const { eve } = cast()
  const { id, slug = '' } = await anArticle({ title: 'Soon to come' })
  await planned({ collection: 'content', id, publishAt: inHours(5).toISOString() })
  const early = await lookingAhead(eve, 4)
  expect(await findArticleBySlug(early, { slug: slug ?? '' })).toBeNull()
  const late = await lookingAhead(eve, 6)
  expect((await findArticleBySlug(late, { slug: slug ?? '' }))?.article.title).toBe('Soon to come')
  const { articles, totalArticles } = await listArticles(late, { limit: 1 })
  expect(articles.map((article) => article.id)).toEqual([id])
  expect((await listArticles(early)).totalArticles).toBe(totalArticles - 1)
})

test('a change that waits for its moment is seen ahead, and what is withdrawn is gone', async () => {
  const { eve } = cast()
  const changing = await anArticle({ title: 'As it was', _status: 'published' })
  const body = { title: 'As it will be', _status: 'draft' }
  expect((await rest(`PATCH /content/${changing.id}?draft=true`, { as: eve, body })).status).toBe(200)
  await planned({ collection: 'content', id: changing.id, publishAt: inHours(2).toISOString() })
  const leaving = await aPage({ title: 'Leaving', _status: 'published' })
  await planned({ collection: 'pages', id: leaving.id, unpublishAt: inHours(2).toISOString() })
  const now = await requestOf(eve)
  const later = await lookingAhead(eve, 3)
  const title = async (req: typeof now) =>
    (await findArticleBySlug(req, { slug: changing.slug ?? '' }))?.article.title
  expect(await title(now)).toBe('As it was')
  expect(await title(later)).toBe('As it will be')
  expect(await findPageBySlug(now, { slug: leaving.slug ?? '' })).not.toBeNull()
  expect(await findPageBySlug(later, { slug: leaving.slug ?? '' })).toBeNull()
})

test('pages of a list add up when some of it is yet to come', async () => {
  const { eve } = cast()
  for (const hours of [1, 2, 3]) {
    const { id } = await anArticle({})
    await planned({ collection: 'content', id, publishAt: inHours(hours).toISOString() })
  }
  const req = await lookingAhead(eve, 4)
  const whole = await listArticles(req, { limit: 100 })
  const pages = [1, 2, 3, 4].map((page) => listArticles(req, { limit: 2, page }))
  const turned = (await Promise.all(pages)).flatMap(({ articles }) => articles.map(({ id }) => id))
  expect(turned).toEqual(whole.articles.slice(0, 8).map(({ id }) => id))
})

test('the search no longer finds or counts what will be withdrawn', async () => {
  const { eve, mia } = cast()
  const [leaving, staying] = [
    await anArticle({ title: 'Evanescent evanescence', _status: 'published' }),
    await anArticle({ title: 'What stays', body: aBody('Nothing evanescent.'), _status: 'published' }),
  ]
  await planned({ collection: 'content', id: leaving.id, unpublishAt: inHours(2).toISOString() })
  const found = async (hours: number, query: Record<string, string>, as: Actor = eve) => {
    const input = SearchInput.parse({ facets: 'true', ...query })
    const { docs, totalDocs, totalPages, facets } = await searchArticles(await lookingAhead(as, hours), input)
    const years = facets?.filter(({ kind }) => kind === 'year').map(({ articles }) => articles)
    return { ids: docs.map(({ id }) => id), totalDocs, totalPages, years }
  }
  const both = { ids: [leaving.id, staying.id], totalDocs: 2, totalPages: 1, years: [2] }
  const kept = { ids: [staying.id], totalDocs: 1, totalPages: 1, years: [1] }
  for (const q of ['evanescent', '"evanescent" or evanescence']) {
    expect(await found(1, { q }), q).toEqual(both)
    expect(await found(3, { q }), q).toEqual(kept)
  }
  expect(await found(3, { q: 'evanescent', limit: '1' })).toEqual(kept)
  expect(await found(3, { q: 'evanescent', page: '2' })).toMatchObject({ ids: [], totalDocs: 1 })
  const none = { ids: [], totalDocs: 0, totalPages: 0 }
  expect(await found(3, { q: '"evanescent evanescence"' })).toMatchObject(none)
  expect((await found(3, { q: 'evanescent' }, mia)).ids).toEqual(both.ids)
})

test('the search as words are typed looks ahead with the page that it stands on', async () => {
  const { eve, mia } = cast()
  const { id } = await anArticle({ title: 'Ephemeridae', _status: 'published' })
  await planned({ collection: 'content', id, unpublishAt: inHours(2).toISOString() })
  const found = async (as: Actor, moment: string) => {
    const headers = { cookie: `other=1; ${lookAheadCookie}=${moment}` }
    return (await rest('GET /search?q=ephemer&prefix=true', { as, headers })).body.totalDocs
  }
  expect(await found(eve, String(inHours(3).getTime()))).toBe(0)
  expect(await found(eve, String(inHours(1).getTime()))).toBe(1)
  expect(await found(mia, String(inHours(3).getTime()))).toBe(1)
  for (const odd of ['', 'soon', '%00', '1e99']) expect(await found(eve, odd), odd).toBe(1)
})

test('strangers and members never look ahead', async () => {
  const { mia } = cast()
  const { id, slug } = await anArticle({ title: 'Not for you yet' })
  await planned({ collection: 'content', id, publishAt: inHours(1).toISOString() })
  for (const actor of [undefined, mia])
    expect(await findArticleBySlug(await lookingAhead(actor, 2), { slug: slug ?? '' })).toBeNull()
})
