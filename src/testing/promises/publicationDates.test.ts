/** The date that readers see has come: what lies ahead is planned, not published. */
import { expect, test } from 'vitest'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { findArticleBySlug } from '@/src/domains/publishing/findArticleBySlug'
import { listArchiveMonths } from '@/src/domains/publishing/listArchiveMonths'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { lookAhead } from '@/src/domains/publishing/readForecast'
import { poolOf } from '@/src/platform/payload/poolOf'
import { cast, graphql, requestOf, rest, testPayload } from '../harness'
import { fire, inHours, plan } from './publicationKit'

const { eve } = cast()
const published = { _status: 'published' as const }

test.each(['content', 'pages'])(
  '%s that is dated ahead is not published, and says what to do',
  async (slug) => {
    const data = { title: 'Too early', publishedAt: inHours(1), ...published }
    const { status, body } = await rest(`POST /${slug}`, { as: eve, body: data })
    expect([status, body.errors?.[0]?.code]).toEqual([400, 'PUBLISH_DATE_AHEAD'])
    expect(body.errors?.[0]?.message).toContain('plan')
    expect(body.errors?.[0]?.data).toMatchObject({ errors: [{ path: 'publishedAt' }] })
  },
)

test('a draft says any date; publishing it is refused until the date has come or is taken out', async () => {
  const { id } = await anArticle({ publishedAt: inHours(24) })
  const publish = (body: object) => rest(`PATCH /content/${id}`, { as: eve, body: { ...body, ...published } })
  expect((await publish({})).body.errors?.[0]?.code).toBe('PUBLISH_DATE_AHEAD')
  expect((await rest(`GET /content/${id}`)).status).toBe(404)
  const { body } = await publish({ publishedAt: null })
  expect(new Date(String(body.doc?.publishedAt)).getTime()).toBeLessThanOrEqual(Date.now())
})

test('a clock that goes a little wrong refuses nothing', async () => {
  const data = { title: 'A minute ahead', publishedAt: inHours(1 / 60), ...published }
  expect((await rest('POST /content', { as: eve, body: data })).status).toBe(201)
})

test('of many at once those with a date publish, and the others say why not', async () => {
  const ready = await anArticle({ title: 'Many at once' })
  const early = await anArticle({ title: 'Many at once', publishedAt: inHours(3) })
  const { status, body } = await rest('PATCH /content?where[title][equals]=Many at once', {
    as: eve,
    body: published,
  })
  expect(status).toBe(400)
  expect(body.docs?.map(({ id }) => id)).toEqual([ready.id])
  expect(body.errors?.[0]?.message).toContain('lies ahead')
  expect((await rest(`GET /content/${early.id}`)).status).toBe(404)
})

test('GraphQL refuses it with the same code', async () => {
  const { id } = await anArticle({ publishedAt: inHours(3) })
  const question = `mutation { updateContent(id: "${id}", data: { _status: published }) { id } }`
  const answer = await graphql(question, { as: eve })
  expect(JSON.stringify(answer)).toContain('PUBLISH_DATE_AHEAD')
})

test('what was published with such a date before can be mended, and its date be put right', async () => {
  const { id } = await anArticle(published)
  const payload = await testPayload()
  const ahead = inHours(48)
  await poolOf({ payload }).query('update content set published_at = $2 where id = $1', [id, ahead])
  await poolOf({ payload }).query('update _content_v set version_published_at = $2 where parent_id = $1', [
    id,
    ahead,
  ])
  const patch = (body: object) => rest(`PATCH /content/${id}`, { as: eve, body: { ...body, ...published } })
  expect((await patch({ title: 'Mended' })).status).toBe(200)
  expect((await patch({ publishedAt: inHours(50) })).status).toBe(400)
  expect((await patch({ publishedAt: '2026-01-01T00:00:00.000Z' })).status).toBe(200)
})

test('a planned publication appears at its moment though its draft says a later date', async () => {
  const { id, slug } = await anArticle({ title: 'Planned earlier', publishedAt: inHours(72) })
  const { publish } = await plan(eve, id, { publishAt: inHours(2) })
  const req = await requestOf(eve)
  lookAhead(req, new Date(inHours(3)))
  expect((await findArticleBySlug(req, { slug: slug ?? '' }))?.article.publishedAt).toBe(publish?.at)
  expect((await listArticles(req)).articles[0]?.publishedAt).toBe(publish?.at)
  await fire(id)
  expect((await rest(`GET /content/${id}`)).body.publishedAt).toBe(publish?.at)
})

test('the months of the archive are those of the moment that one looks ahead to', async () => {
  const coming = await anArticle({ title: 'In a month to come' })
  await plan(eve, coming.id, { publishAt: '2099-03-05T10:00:00.000Z' })
  const leaving = await anArticle({ publishedAt: '1987-05-05T10:00:00.000Z', ...published })
  await plan(eve, leaving.id, { unpublishAt: '2099-03-05T10:00:00.000Z' })
  const changing = await anArticle({ publishedAt: '1988-06-05T10:00:00.000Z', ...published })
  await rest(`PATCH /content/${changing.id}?draft=true`, {
    as: eve,
    body: { publishedAt: '1988-07-05T10:00:00.000Z' },
  })
  await plan(eve, changing.id, { publishAt: '2099-03-05T10:00:00.000Z' })
  const abroad = await anArticle({ locale: 'de' })
  await plan(eve, abroad.id, { publishAt: '2099-04-05T10:00:00.000Z' })
  const req = await requestOf(eve)
  const said = async () =>
    (await listArchiveMonths(req))
      .filter(({ year }) => year < 2000 || year > 2090)
      .map(({ year, month, articles }) => `${year}-${month}: ${articles}`)
  expect(await said()).toEqual(['1988-6: 1', '1987-5: 1'])
  lookAhead(req, new Date('2099-05-01T00:00:00.000Z'))
  expect(await said()).toEqual(['2099-3: 1', '1988-7: 1'])
})

test('the page of a page that is planned is dated alike', async () => {
  const { id } = await aPage({ publishedAt: inHours(72) })
  const { body } = await rest('POST /schedule', {
    as: eve,
    body: { collection: 'pages', id, publishAt: inHours(2) },
  })
  await fire(id)
  const { at } = body.publish as { at: string }
  expect((await rest(`GET /pages/${id}`)).body.publishedAt).toBe(at)
})
