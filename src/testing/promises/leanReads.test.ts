/** Our reads answer what Payload's own would: documents, order, totals and what they are populated with. */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { createLocalReq, getDataLoader } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { aBody, aCategory, anArticle, aPage, aTag } from '@/src/domains/publishing/factories'
import { publishedWhere } from '@/src/platform/access'
import { openCaches } from '@/src/platform/cache/answers'
import { execute } from '@/src/platform/payload/execute'
import { plainFindOf } from '@/src/platform/payload/reads/leanFind'
import { leanCollection } from '@/src/platform/payload/reads/leanReads'
import { requestOf, rest, testPayload } from '../harness'

type Args = Parameters<PostgresAdapter['find']>[0]

const tagIds: string[] = []
const categoryIds: string[] = []
const articleIds: string[] = []

beforeAll(async () => {
  for (let n = 0; n < 5; n += 1) tagIds.push((await aTag({ name: `Tag ${n}`, slug: `tag-${n}` })).id)
  const parent = await aCategory({ name: 'Parent', slug: 'parent' })
  for (let n = 0; n < 3; n += 1)
    categoryIds.push(
      (await aCategory({ name: `Category ${n}`, slug: `category-${n}`, parent: parent.id })).id,
    )
  for (let n = 0; n < 24; n += 1) {
    const article = await anArticle({
      title: `Article ${n}`,
      slug: `article-${n}`,
      _status: n % 6 === 5 ? 'draft' : 'published',
      publishedAt: `2026-01-${String(1 + (n % 8)).padStart(2, '0')}T00:00:00.000Z`,
      featured: n % 3 === 0,
      tags: [tagIds[n % 5], tagIds[(n + 2) % 5]] as string[],
      categories: n % 4 === 3 ? [] : [categoryIds[n % 3] as string],
      archivedAt: n === 4 ? '2026-02-01T00:00:00.000Z' : null,
      seo: { description: n % 2 ? `About ${n}` : null },
      body: n % 3 === 0 ? null : aBody(`What article ${n} says, “quoted” – and more.`),
    })
    articleIds.push(article.id)
  }
  // Published without a date, as an import may leave it: before all others when the newest come first.
  await execute(
    await requestOf(),
    sql`update content set published_at = null where slug in ('article-8', 'article-18')`,
  )
  await (await testPayload()).update({
    collection: 'tags',
    id: (await aTag({ name: 'Gone', slug: 'gone' })).id,
    data: { deletedAt: '2026-02-01T00:00:00.000Z' },
    overrideAccess: true,
  })
  await aPage({ title: 'A page', slug: 'a-page', _status: 'published' })
}, 60_000)

const published: Where = { _status: { equals: 'published' } }

/** Filters of every kind that we build, and some that go Payload's own way. */
const filters = (): (Where | undefined)[] => [
  undefined,
  published,
  { slug: { equals: 'article-7' } },
  { slug: { equals: 'nothing' } },
  { slug: { in: ['article-1', 'article-2', 'article-9'] } },
  { id: { in: articleIds.slice(3, 9) } },
  { id: { equals: articleIds[2] } },
  { id: { equals: 'no uuid' } },
  { title: { like: 'article 1' } },
  { title: { contains: '2' } },
  { featured: { equals: true } },
  { archivedAt: { exists: true } },
  { publishedAt: { greater_than: '2026-01-04T00:00:00.000Z' } },
  { 'seo.description': { exists: true } },
  { tags: { equals: tagIds[1] } },
  { tags: { in: tagIds.slice(0, 2) } },
  { tags: { exists: false } },
  { categories: { exists: false } },
  { 'tags.slug': { equals: 'tag-2' } },
  { 'tags.slug': { in: ['tag-2', 'tag-4'] } },
  { tags: { contains: { and: [{ slug: { equals: 'tag-2' } }, { deletedAt: { exists: false } }] } } },
  { and: [published, { 'categories.slug': { equals: 'category-1' } }, { 'tags.slug': { equals: 'tag-1' } }] },
  { 'categories.slug': { equals: 'category-1' }, 'tags.name': { like: 'Tag' } },
  { 'categories.parent.slug': { equals: 'parent' } },
  { or: [{ 'tags.slug': { equals: 'tag-1' } }, { slug: { equals: 'article-3' } }] },
  { and: [{ 'tags.slug': { equals: 'tag-1' } }, { 'tags.slug': { equals: 'tag-3' } }] },
  { and: [{ 'tags.slug': { not_equals: 'tag-1' } }] },
  { tags: { not_in: [tagIds[1]] } } as Where,
]

/** Filters by terms as the public asks them, which walk through the table of terms where the newest come first. */
const byTerms = (): Where[] => [
  { tags: { equals: tagIds[1] } },
  { tags: { in: tagIds.slice(0, 3) } },
  { tags: { in: tagIds.slice(0, 2).join() } } as Where,
  { categories: { in: [articleIds[0]] } } as Where,
  { 'tags.slug': { equals: 'tag-2' } },
  { 'tags.slug': { equals: 'none' } },
  { 'tags.slug': { equals: 'gone' } },
  { 'tags.slug': { in: ['tag-2', 'tag-4', 'none'] } },
  { 'tags.name': { like: 'Tag' } },
  { tags: { contains: { and: [{ slug: { equals: 'tag-2' } }, { deletedAt: { exists: false } }] } } },
  { 'categories.slug': { equals: 'category-1' }, 'tags.slug': { equals: 'tag-1' } },
  { 'categories.slug': { equals: 'category-1' }, 'tags.slug': { in: ['tag-1', 'tag-2', 'tag-3'] } },
  { categories: { in: categoryIds }, tags: { in: tagIds } },
  {
    'categories.slug': { equals: 'category-1' },
    'tags.slug': { equals: 'tag-1' },
    authors: { exists: false },
  },
  { tags: { in: tagIds }, locale: { equals: 'en' }, id: { not_in: articleIds.slice(0, 4) } },
  { 'tags.slug': { equals: 'tag-0' }, featured: { equals: true } },
  { 'tags.slug': { equals: 'tag-0' }, publishedAt: { less_than: '2026-01-05T00:00:00.000Z' } },
  { or: [{ 'tags.slug': { equals: 'tag-0' } }, { 'categories.slug': { equals: 'category-0' } }] },
  { and: [{ 'tags.slug': { equals: 'tag-1' } }, { 'tags.slug': { equals: 'tag-3' } }] },
]

const publicly = (where: Where): Where => ({ and: [where, publishedWhere()] })

const sorts = [['-publishedAt', '-createdAt', '-id'], ['title'], ['featured', 'slug']]

const shapes: Partial<Args>[] = [
  { limit: 0, pagination: false },
  { limit: 10, page: 1 },
  { limit: 7, page: 2 },
  { limit: 1, page: 1 },
  { limit: 1, page: 2 },
  { limit: 10, page: 9 },
  { limit: 10, page: 1, select: { title: true, tags: true } },
  { limit: 10, page: 1, select: { body: false, seo: false } },
  { limit: 5, pagination: false },
]

test.each([
  ['lists', () => filters(), 3, false, 700],
  ['lists that are remembered', () => [...filters(), ...filters()], 1, true, 450],
  ['public lists by terms', () => byTerms().map(publicly), 2, false, 300],
  [
    'public lists by terms that are remembered',
    () => [...byTerms(), ...byTerms()].map(publicly),
    1,
    true,
    300,
  ],
] as const)(
  '%s are those of Payload: documents, order and totals',
  async (_, asked, orders, isRemembered, fewest) => {
    const { db } = await testPayload()
    const plain = plainFindOf(db)
    let compared = 0
    openCaches(isRemembered)
    for (const where of asked()) {
      for (const sort of sorts.slice(0, orders)) {
        for (const shape of shapes) {
          const args = { collection: 'content', where, joins: {}, ...shape } as unknown as Args
          const ours = await db.find({ ...args, sort: [...sort] })
          const payloads = await plain?.({ ...args, sort: [...sort] })
          // Of nothing without pages Payload tells in two ways; nobody reads it.
          const isNothing = shape.pagination === false && payloads?.docs.length === 0
          const told = JSON.stringify({ where, sort, shape })
          if (isNothing) expect(ours.docs, told).toEqual([])
          else expect(ours, told).toEqual(payloads)
          compared += 1
        }
      }
    }
    openCaches(false)
    expect(compared).toBeGreaterThan(fewest)
  },
  120_000,
)

test('a list of known documents is never older than the database, whoever changed it', async () => {
  const payload = await testPayload()
  const { db } = payload
  const args = {
    collection: 'content',
    where: { and: [published, { 'tags.slug': { equals: 'tag-3' } }] },
    sort: ['-publishedAt', '-createdAt', '-id'],
    limit: 10,
    joins: {},
  } as unknown as Args
  const [victim = '', other = ''] = (await db.find({ ...args, limit: 3 })).docs.map(({ id }) => String(id))
  const going = (await aTag({ name: 'Going', slug: 'going' })).id
  const raw = async (statement: ReturnType<typeof sql>) => void (await execute(await requestOf(), statement))
  const changes: Record<string, () => Promise<unknown>> = {
    'a document': () =>
      payload.update({ collection: 'content', id: victim, data: { title: 'Renamed' }, overrideAccess: true }),
    'its body, past Payload': () => raw(sql`update content set body = null where id = ${other}`),
    'a relationship': () =>
      payload.update({
        collection: 'content',
        id: victim,
        data: { tags: [tagIds[3] as string, going] },
        overrideAccess: true,
      }),
    'what a deletion takes along': () => raw(sql`delete from tags where id = ${going}`),
    'a list of words, past Payload': () =>
      raw(
        sql`insert into content_texts ("order", parent_id, path, text) values (1, ${other}, 'plans', 'pro')`,
      ),
    'who is on it': () => raw(sql`update content set _status = 'draft' where id = ${other}`),
  }
  openCaches(true)
  const seen = new Set<string>()
  for (const [name, change] of Object.entries(changes)) {
    await db.find({ ...args })
    await change()
    const ours = await db.find({ ...args })
    expect(ours, name).toEqual(await plainFindOf(db)?.({ ...args }))
    seen.add(JSON.stringify(ours))
  }
  openCaches(false)
  expect(seen.size).toBe(Object.keys(changes).length)
})

test('what is told of known documents may be written into without changing what others are told', async () => {
  const { db } = await testPayload()
  const args = { collection: 'content', where: published, limit: 5, joins: {} } as unknown as Args
  openCaches(true)
  const first = await db.find<{ title: string }>({ ...args })
  for (const document of first.docs) document.title = 'Overwritten'
  const again = await db.find<{ title: string }>({ ...args })
  openCaches(false)
  expect(again.docs.map(({ title }) => title)).not.toContain('Overwritten')
})

test('public lists by terms go on by cursor as they do by page', async () => {
  for (const filter of [
    'where[tags.slug][equals]=tag-2',
    `where[tags][in]=${tagIds.slice(0, 3)}`,
    `where[categories.slug][equals]=category-1&where[tags.slug][in]=tag-1,tag-2,tag-3`,
  ]) {
    const { body: whole } = await rest(`GET /content?${filter}&limit=100&depth=0`)
    expect(whole.docs?.length).toBeGreaterThan(2)
    const seen: string[] = []
    for (let cursor: unknown = ''; cursor !== null; ) {
      const { body, status } = await rest(`GET /content?${filter}&limit=2&depth=0&after=${cursor}`)
      expect(status).toBe(200)
      seen.push(...(body.docs ?? []).map(({ id }) => id))
      cursor = body.nextCursor
    }
    expect(seen, filter).toEqual(whole.docs?.map(({ id }) => id))
  }
})

test('the same question with other values gets its own answer, also when the statement is kept', async () => {
  const { db } = await testPayload()
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 24; n += 1) {
      const where = { slug: { equals: `article-${n}` } }
      const { docs } = await db.find<{ slug: string }>({ collection: 'content', where, limit: 1 })
      expect(docs.map(({ slug }) => slug)).toEqual([`article-${n}`])
    }
  }
})

test('documents of one moment keep their order from page to page', async () => {
  const seen: unknown[] = []
  for (let page = 1; page <= 8; page += 1)
    seen.push(...((await rest(`GET /content?limit=3&sort=-featured&page=${page}`)).body.docs ?? []))
  expect(new Set(seen.map((each) => (each as { id: string }).id)).size).toBe(seen.length)
})

/** A request whose reads are populated as Payload does it, without our loader and with every field. */
async function plainly(collection: CollectionSlug, args: object): Promise<unknown> {
  const payload = await testPayload()
  const req = (await createLocalReq({}, payload)) as PayloadRequest
  const own = payload.collections[collection]
  const before = own.config.fields
  const leanOnes = [true, false].map((isWhole) => leanCollection(own, { isWhole }).config)
  const leanFields = leanOnes.map(({ fields }) => fields)
  for (const lean of leanOnes) lean.fields = before
  req.payloadDataLoader = Object.assign(getDataLoader(req), { isOurs: false })
  try {
    return await payload.find({ collection, req, overrideAccess: true, ...args })
  } finally {
    for (const [index, lean] of leanOnes.entries()) lean.fields = leanFields[index] ?? []
  }
}

test('fields that are left out after a read would have changed nothing', async () => {
  const payload = await testPayload()
  for (const collection of ['content', 'pages', 'categories', 'tags', 'profiles', 'media'] as const) {
    for (const depth of [0, 1, 2]) {
      for (const select of [
        undefined,
        { title: true, name: true, seo: true },
        { body: false },
        { source: true },
      ]) {
        const args = { depth, limit: 30, sort: '-createdAt', ...(select ? { select } : {}) } as object
        const ours = await payload.find({ collection, overrideAccess: true, ...args })
        expect(ours, `${collection} ${JSON.stringify(args)}`).toEqual(await plainly(collection, args))
      }
    }
  }
}, 60_000)
