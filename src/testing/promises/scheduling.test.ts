/** What the plan of publications promises, seen from outside. */
import { expect, test } from 'vitest'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { poolOf } from '@/src/platform/payload/poolOf'
import { type Actor, type Answer, cast, rest, testPayload } from '../harness'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const plan = (as: Actor | undefined, body: object) => rest('POST /schedule', { as, body })
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code]

interface Said {
  jobId: string
  action: string
  at: string
  state: string
  title: string
  user: { id: string; name: string }
  mayChange: boolean
}

async function listed(as: Actor, query: string): Promise<Said[]> {
  const { status, body } = await rest(`GET /schedule?${query}`, { as })
  expect(status, JSON.stringify(body.errors)).toBe(200)
  return body.docs as unknown as Said[]
}

const planOf = (as: Actor, id: string, collection = 'content') =>
  listed(as, `collection=${collection}&id=${id}`)

async function letAuthorsPublish(authorsMayPublish: boolean) {
  await rest('POST /globals/site-settings', { as: cast().ada, body: { authorsMayPublish } })
}

test('strangers, members, disabled accounts and authors plan nothing', async () => {
  const { ann, bob, mia, dan } = cast()
  const { id } = await anArticle({ user: ann.id })
  const body = { collection: 'content', id, publishAt: inHours(1) }
  expect(refusal(await plan(undefined, body))).toEqual([401, 'SIGN_IN_REQUIRED'])
  expect(refusal(await plan(mia, body))).toEqual([403, 'FORBIDDEN'])
  expect(refusal(await plan(dan, body))[0]).toBeGreaterThanOrEqual(401)
  expect(refusal(await plan(ann, body))).toEqual([403, 'PUBLISH_FORBIDDEN'])
  expect(refusal(await plan(bob, body))).toEqual([404, 'NOT_FOUND'])
  const page = await aPage({ _status: 'published' })
  const ofPage = { collection: 'pages', id: page.id, unpublishAt: inHours(1) }
  expect(refusal(await plan(ann, ofPage))).toEqual([403, 'PUBLISH_FORBIDDEN'])
  expect(await planOf(cast().eve, id)).toEqual([])
})

test('an author plans their own articles where authors may publish, and nobody else’s', async () => {
  const { ann, bob, eve } = cast()
  const own = await anArticle({ user: ann.id })
  const published = await anArticle({ user: ann.id, _status: 'published' })
  await letAuthorsPublish(true)
  const answer = await plan(ann, { collection: 'content', id: own.id, publishAt: inHours(1) })
  expect(answer.status).toBe(200)
  const ofOther = { collection: 'content', id: published.id, unpublishAt: inHours(1) }
  expect(refusal(await plan(bob, ofOther))).toEqual([403, 'PUBLISH_FORBIDDEN'])
  expect((await planOf(ann, own.id))[0]?.mayChange).toBe(true)
  await letAuthorsPublish(false)

  const [job] = await planOf(ann, own.id)
  expect(job?.mayChange).toBe(false)
  expect(await planOf(bob, own.id)).toEqual([])
  const remove = (as: Actor) => rest(`DELETE /schedule/${job?.jobId}`, { as })
  expect(refusal(await remove(bob))).toEqual([404, 'NOT_FOUND'])
  expect(refusal(await remove(ann))).toEqual([403, 'PUBLISH_FORBIDDEN'])
  expect((await remove(eve)).body).toEqual({ removed: [job?.jobId] })
})

test('what cannot be planned is refused with its reason', async () => {
  const { eve } = cast()
  const { id } = await anArticle()
  const nothing = '01890000-0000-7000-8000-000000000000'
  const cases: [object, number, string][] = [
    [{ collection: 'content', id }, 400, 'INVALID_INPUT'],
    [{ collection: 'users', id, publishAt: inHours(1) }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id: 'x', publishAt: inHours(1) }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id, publishAt: 'tomorrow' }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id, publishAt: '2999-02-30T10:00:00Z' }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id, publishAt: '2999-01-01T10:00:00' }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id, publishAt: '2999-01-01T10:00:00+25:00' }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id, publishAt: 4_000_000_000 }, 400, 'INVALID_INPUT'],
    [{ collection: 'content', id: nothing, publishAt: inHours(1) }, 404, 'NOT_FOUND'],
    [{ collection: 'pages', id, publishAt: inHours(1) }, 404, 'NOT_FOUND'],
    [{ collection: 'content', id, publishAt: inHours(-1) }, 400, 'SCHEDULE_IN_PAST'],
    [{ collection: 'content', id, unpublishAt: inHours(1) }, 409, 'NOT_PUBLISHED'],
  ]
  const same = inHours(2)
  for (const unpublishAt of [same, inHours(1)]) {
    cases.push([
      { collection: 'content', id, publishAt: same, unpublishAt },
      400,
      'UNPUBLISH_NOT_AFTER_PUBLISH',
    ])
  }
  for (const [body, ...expected] of cases) {
    expect(refusal(await plan(eve, body)), JSON.stringify(body)).toEqual(expected)
  }
  expect(await planOf(eve, id)).toEqual([])
})

test('an hour of another time zone is the moment it names', async () => {
  const { eve } = cast()
  const { id } = await anArticle()
  await plan(eve, { collection: 'content', id, publishAt: '2999-06-01T01:30:00+02:00' })
  expect((await planOf(eve, id))[0]?.at).toBe('2999-05-31T23:30:00.000Z')
})

test('what lies in the trash, is archived or has no title is not planned', async () => {
  const { eve } = cast()
  const publishAt = inHours(1)
  const trashed = await anArticle({ deletedAt: '2026-11-20T00:00:00.000Z' })
  const archived = await anArticle({ archivedAt: '2026-11-20T00:00:00.000Z' })
  const { body } = await rest('POST /content?draft=true', { as: eve, body: {} })
  const of = (id: unknown) => plan(eve, { collection: 'content', id, publishAt })
  expect(refusal(await of(trashed.id))).toEqual([409, 'DOCUMENT_TRASHED'])
  expect(refusal(await of(archived.id))).toEqual([409, 'DOCUMENT_ARCHIVED'])
  expect(refusal(await of(body.doc?.id))).toEqual([409, 'DOCUMENT_UNTITLED'])
})

test('a publication and a withdrawal are planned together, and both are told', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'Planned' })
  const [publishAt, unpublishAt] = [inHours(1), inHours(5)]
  const { status, body } = await plan(eve, { collection: 'content', id, publishAt, unpublishAt })
  expect(status).toBe(200)
  const told = {
    collection: 'content',
    id,
    title: 'Planned',
    state: 'planned',
    failure: null,
    mayChange: true,
  }
  const user = { id: eve.id, name: 'Eve' }
  expect(body.publish).toEqual({ ...told, jobId: expect.any(String), action: 'publish', at: publishAt, user })
  expect(body.unpublish).toEqual({
    ...told,
    jobId: expect.any(String),
    action: 'unpublish',
    at: unpublishAt,
    user,
  })
  expect(await planOf(eve, id)).toEqual([body.publish, body.unpublish])
})

test('planning twice changes nothing, another time replaces, and what is not named stays', async () => {
  const { eve, ada } = cast()
  const { id } = await anArticle()
  const key = { collection: 'content', id }
  const first = await plan(eve, { ...key, publishAt: inHours(1), unpublishAt: inHours(9) })
  const [publish, unpublish] = await planOf(eve, id)
  await plan(eve, { ...key, publishAt: publish?.at })
  expect(await planOf(eve, id)).toEqual([first.body.publish, first.body.unpublish])

  await plan(eve, { ...key, publishAt: inHours(2) })
  const [moved, kept] = await planOf(eve, id)
  expect(moved?.jobId).not.toBe(publish?.jobId)
  expect(kept).toEqual(unpublish)

  // Whose right it is that counts changes with who plans.
  await plan(ada, { ...key, publishAt: moved?.at })
  expect((await planOf(eve, id))[0]?.user.id).toBe(ada.id)

  expect(refusal(await plan(eve, { ...key, publishAt: inHours(10) }))).toEqual([
    400,
    'UNPUBLISH_NOT_AFTER_PUBLISH',
  ])
  await plan(eve, { ...key, unpublishAt: null })
  expect((await planOf(eve, id)).map(({ action }) => action)).toEqual(['publish'])
})

test('two editors who choose a time at once leave one publication', async () => {
  const { eve, ada } = cast()
  const { id } = await anArticle()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, nth) =>
      plan(nth % 2 ? eve : ada, { collection: 'content', id, publishAt: inHours(nth + 1) }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const jobs = await planOf(eve, id)
  expect(jobs).toHaveLength(1)
  const pool = poolOf({ payload: await testPayload() })
  const { rows } = await pool.query(
    `select count(*)::int as n from payload_jobs
     where input->>'id' = $1 and not has_error and completed_at is null`,
    [id],
  )
  expect(rows[0].n).toBe(1)
})

test('a job is taken off the plan once; a publication takes the withdrawal of an unread article along', async () => {
  const { eve } = cast()
  const { id } = await anArticle()
  await plan(eve, { collection: 'content', id, publishAt: inHours(1), unpublishAt: inHours(2) })
  const [publish, unpublish] = await planOf(eve, id)
  const remove = () => rest(`DELETE /schedule/${publish?.jobId}`, { as: eve })
  expect((await remove()).body).toEqual({ removed: [publish?.jobId, unpublish?.jobId] })
  expect(refusal(await remove())).toEqual([404, 'NOT_FOUND'])
  expect(await planOf(eve, id)).toEqual([])
  expect(refusal(await rest('DELETE /schedule/x', { as: eve }))).toEqual([400, 'INVALID_INPUT'])
  expect(refusal(await rest(`DELETE /schedule/${publish?.jobId}`))).toEqual([401, 'SIGN_IN_REQUIRED'])
})

test('the plan is read by time, and only as far as its reader may see it', async () => {
  const { eve, ann, bob } = cast()
  const own = await anArticle({ user: ann.id, title: 'Ann’s' })
  const page = await aPage({ title: 'A page' })
  await plan(eve, { collection: 'content', id: own.id, publishAt: '2998-01-02T00:00:00Z' })
  await plan(eve, { collection: 'pages', id: page.id, publishAt: '2998-01-01T00:00:00Z' })
  const window = 'from=2998-01-01T00:00:00Z&to=2998-01-03T00:00:00Z'
  const titles = async (as: Actor) => (await listed(as, window)).map(({ title }) => title)
  expect(await titles(eve)).toEqual(['A page', 'Ann’s'])
  expect(await titles(ann)).toEqual(['Ann’s'])
  expect(await titles(bob)).toEqual([])
  const cut = await rest(`GET /schedule?${window}&limit=1`, { as: eve })
  expect([cut.body.docs?.length, cut.body.hasMore]).toEqual([1, true])
  expect(await listed(eve, 'from=2998-01-02T00:00:00Z&to=2998-01-03T00:00:00Z')).toHaveLength(1)
  expect(refusal(await rest('GET /schedule?from=yesterday', { as: eve }))).toEqual([400, 'INVALID_INPUT'])
  expect(refusal(await rest(`GET /schedule?id=${own.id}`, { as: eve }))).toEqual([400, 'INVALID_INPUT'])
})

test('what is done by hand goes before the plan', async () => {
  const { eve } = cast()
  const planned = async (_status: 'draft' | 'published') => {
    const { id } = await anArticle({ _status })
    await plan(eve, { collection: 'content', id, publishAt: inHours(1), unpublishAt: inHours(2) })
    expect(await planOf(eve, id)).toHaveLength(2)
    return id
  }
  const left = async (id: string) => (await planOf(eve, id)).map(({ action }) => action)
  const patch = async (id: string, body: object, query = '') => {
    expect((await rest(`PATCH /content/${id}${query}`, { as: eve, body })).status).toBe(200)
  }

  const edited = await planned('draft')
  await patch(edited, { title: 'Edited' }, '?draft=true&autosave=true')
  await patch(edited, { title: 'Edited again' })
  expect(await left(edited)).toEqual(['publish', 'unpublish'])

  const published = await planned('draft')
  await patch(published, { _status: 'published' })
  expect(await left(published)).toEqual(['unpublish'])

  const withdrawn = await planned('published')
  await patch(withdrawn, { title: 'Later' }, '?draft=true')
  expect(await left(withdrawn)).toHaveLength(2)
  await patch(withdrawn, { _status: 'draft' })
  expect(await left(withdrawn)).toEqual([])

  const archived = await planned('published')
  await patch(archived, { _status: 'published', archivedAt: '2026-11-20T00:00:00.000Z' })
  expect(await left(archived)).toEqual([])

  const trashed = await planned('draft')
  await patch(trashed, { deletedAt: '2026-11-20T00:00:00.000Z' })
  expect(await left(trashed)).toEqual([])

  const deleted = await planned('draft')
  expect((await rest(`DELETE /content/${deleted}`, { as: eve })).status).toBe(200)
  expect(await left(deleted)).toEqual([])
})

test('what is done by hand to many at once goes before the plan of each', async () => {
  const { eve } = cast()
  const ids: string[] = []
  for (const title of ['Many one', 'Many two', 'Many three', 'Many four']) {
    const { id } = await anArticle({ title })
    await plan(eve, { collection: 'content', id, publishAt: inHours(1), unpublishAt: inHours(2) })
    ids.push(id)
  }
  const where = `where[id][in]=${ids.join(',')}`
  const published = await rest(`PATCH /content?${where}`, { as: eve, body: { _status: 'published' } })
  expect([published.status, published.body.docs?.length]).toEqual([200, 4])
  for (const id of ids) expect((await planOf(eve, id)).map(({ action }) => action)).toEqual(['unpublish'])
  expect((await rest(`DELETE /content?${where}`, { as: eve })).status).toBe(200)
  for (const id of ids) expect(await planOf(eve, id)).toEqual([])
})

test('pages are planned and settled as articles are', async () => {
  const { eve } = cast()
  const { id } = await aPage({ title: 'About' })
  await plan(eve, { collection: 'pages', id, publishAt: inHours(1), unpublishAt: inHours(2) })
  expect(await planOf(eve, id, 'pages')).toMatchObject([{ title: 'About' }, { title: 'About' }])
  await rest(`PATCH /pages/${id}`, { as: eve, body: { _status: 'published' } })
  expect(await planOf(eve, id, 'pages')).toMatchObject([{ action: 'unpublish' }])
  await rest(`PATCH /pages/${id}`, { as: eve, body: { _status: 'draft' } })
  expect(await planOf(eve, id, 'pages')).toEqual([])
})

test('Payload’s own way of scheduling is closed', async () => {
  const { default: config } = await import('@/payload.config')
  const { collections, jobs } = await config
  const drafts = collections.flatMap(({ versions }) => versions?.drafts || [])
  expect(drafts.filter(({ schedulePublish }) => schedulePublish)).toEqual([])
  expect(jobs.tasks?.map(({ slug }) => String(slug))).not.toContain('schedulePublish')
})
