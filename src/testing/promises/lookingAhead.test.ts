/** What staff see who look ahead: the site as the plan of publications will have made it. */
import { expect, test } from 'vitest'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { findArticleBySlug } from '@/src/domains/publishing/findArticleBySlug'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { lookAhead } from '@/src/domains/publishing/readForecast'
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

test('strangers and members never look ahead', async () => {
  const { mia } = cast()
  const { id, slug } = await anArticle({ title: 'Not for you yet' })
  await planned({ collection: 'content', id, publishAt: inHours(1).toISOString() })
  for (const actor of [undefined, mia])
    expect(await findArticleBySlug(await lookingAhead(actor, 2), { slug: slug ?? '' })).toBeNull()
})
