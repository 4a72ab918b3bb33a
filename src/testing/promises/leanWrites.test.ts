/** What we write is what Payload's own adapter would: rows, answers and refusals. */
import { randomUUID } from 'node:crypto'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { aBody, aCategory, anArticle, aPage, aTag } from '@/src/domains/publishing/factories'
import { poolOf } from '@/src/platform/payload/poolOf'
import { plainWritesOf } from '@/src/platform/payload/writes/leanWrites'
import { testPayload } from '../harness'

type Writes = NonNullable<ReturnType<typeof plainWritesOf>>
type Row = Record<string, unknown>

let related: { authors: string[]; categories: string[]; tags: string[] }

beforeAll(async () => {
  const category = (await aCategory({ name: 'A category', slug: 'a-category' })).id
  const tags = [(await aTag({ name: 'One', slug: 'one' })).id, (await aTag({ name: 'Two', slug: 'two' })).id]
  const payload = await testPayload()
  const profile = await payload.create({
    collection: 'profiles',
    data: { name: 'Ada', username: 'ada-writes', skills: ['maths', 'engines'] },
  })
  related = { authors: [String(profile.id)], categories: [category], tags }
}, 60_000)

/** What differs from one write to the next. */
const ownOnes = new Set([
  'id',
  '_uuid',
  'parent',
  'parent_id',
  '_parent_id',
  ...['createdAt', 'updatedAt', 'created_at', 'updated_at', 'version_created_at', 'version_updated_at'],
])

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (ownOnes.has(key) ? [] : [[key, plainly(each)]])),
  )
}

/** Every row of every table that the document has a part in, beside what is its own. */
async function rowsOf(table: string, id: unknown): Promise<Record<string, unknown>> {
  const pool = poolOf({ payload: await testPayload() })
  const { rows: tables } = await pool.query<{ name: string; key: string }>(
    `select table_name as name, column_name as key from information_schema.columns
     where table_schema = 'public' and column_name in ('parent_id', '_parent_id') and table_name like $1 order by 1`,
    [`${table.replaceAll('_', '\\_')}\\_%`],
  )
  const all: Record<string, unknown> = {}
  const add = async (name: string, key: string) => {
    const { rows } = await pool.query<Row>(`select * from "${name}" where "${key}" = $1 order by 1, 2`, [id])
    if (rows.length > 0) all[name] = plainly(rows)
  }
  await add(table, 'id')
  for (const { name, key } of tables) await add(name, key)
  return all
}

async function inOne<Result>(work: (req: PayloadRequest) => Promise<Result>): Promise<Result> {
  const payload = await testPayload()
  const req = await createLocalReq({}, payload)
  const id = (await payload.db.beginTransaction()) as string
  req.transactionID = id
  try {
    const result = await work(req)
    await payload.db.commitTransaction(id)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(id)
    throw error
  }
}

/** A document and its first version, as `payload.create` has the adapter write them. */
function written(writes: Writes, collection: CollectionSlug, data: Row) {
  return inOne(async (req) => {
    const doc: Row & { id: unknown } = await writes.create({ collection, data: structuredClone(data), req })
    const { versions } = req.payload.collections[collection].config
    if (!versions) return { doc, version: undefined }
    const at = new Date().toISOString()
    const args = {
      collectionSlug: collection,
      parent: doc.id as string,
      versionData: structuredClone(doc),
      autosave: false,
      createdAt: at,
      updatedAt: at,
      req,
    }
    return { doc, version: await writes.createVersion(args as never) }
  })
}

async function writesOf() {
  const { db } = await testPayload()
  const ours: Writes = {
    create: (args) => db.create(args) as never,
    createVersion: (args) => db.createVersion(args as never) as never,
    findVersions: (args) => db.findVersions(args as never) as never,
  }
  return { ours, plain: plainWritesOf(db) as Writes }
}

async function documents(): Promise<[CollectionSlug, string, () => Row][]> {
  const payload = await testPayload()
  const page = (await aPage({ title: 'All of it', _status: 'published' })) as unknown as Row
  const article = await anArticle({ title: 'Translated' })
  const { rows: media } = await poolOf({ payload }).query<{ id: string }>('select id from media limit 1')
  const { rows: users } = await poolOf({ payload }).query<{ id: string }>('select id from users limit 1')
  const seo = { title: 'For engines', description: 'Of it', canonical: 'https://a.example/', noindex: true }
  return [
    ['content', 'content', () => ({ title: 'Bare', slug: `bare-${randomUUID()}` })],
    [
      'content',
      'content',
      () => ({
        ...related,
        title: 'Whole “quoted” \\ $1 {x}',
        slug: `whole-${randomUUID()}`,
        excerpt: 'Déjà\nvu',
        body: aBody('Ünï', 'Two'),
        preview: aBody('Ünï'),
        audience: 'paid',
        plans: ['pro', 'free, {of} "charge"'],
        seo,
        cover: media[0]?.id ?? null,
        publishedAt: '2026-03-04T05:06:07.089Z',
        archivedAt: null,
        featured: true,
        locale: 'de',
        translationOf: article.id,
        readingMinutes: 7,
        source: { importer: 'test', key: randomUUID(), hash: 'abc' },
        user: users[0]?.id ?? null,
        _status: 'published',
      }),
    ],
    ['content', 'content', () => ({ title: 'Nobody', slug: null, tags: [], plans: [], categories: null })],
    [
      'pages',
      'pages',
      () => ({
        title: 'Blocks',
        slug: `p-${randomUUID()}`,
        layout: page.layout,
        _status: 'published',
        locale: 'en',
      }),
    ],
    [
      'categories',
      'categories',
      () => ({ name: 'Deep', slug: `c-${randomUUID()}`, parent: related.categories[0] }),
    ],
    [
      'tags',
      'tags',
      () => ({ name: 'T', slug: `t-${randomUUID()}`, origin: 'user', categories: related.categories }),
    ],
    [
      'profiles',
      'profiles',
      () => ({
        name: 'P',
        username: `p${randomUUID()}`,
        skills: ['a', 'b'],
        links: [{ id: randomUUID(), label: 'Home', url: 'https://a.example' }],
      }),
    ],
    [
      'redirects',
      'redirects',
      () => ({ from: `/${randomUUID()}`, to: '/x', statusCode: '301', origin: 'user' }),
    ],
  ]
}

const slugs = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'some id'),
  ) as unknown

test('documents and versions are those of Payload, in every table', async () => {
  const { ours, plain } = await writesOf()
  for (const [collection, table, make] of await documents()) {
    const mine = await written(ours, collection, make())
    const theirs = await written(plain, collection, make())
    const told = `${collection} ${String(mine.doc.title ?? mine.doc.name)}`
    expect(slugs(plainly(mine.doc)), told).toEqual(slugs(plainly(theirs.doc)))
    expect(Object.keys(mine.doc).sort(), told).toEqual(Object.keys(theirs.doc).sort())
    expect(slugs(await rowsOf(table, mine.doc.id)), told).toEqual(slugs(await rowsOf(table, theirs.doc.id)))
    if (!theirs.version) continue
    expect(slugs(plainly(mine.version)), told).toEqual(slugs(plainly(theirs.version)))
    const versions = await Promise.all(
      [mine, theirs].map(({ version }) => rowsOf(`_${table}_v`, (version as unknown as Row).id)),
    )
    expect(slugs(versions[0]), told).toEqual(slugs(versions[1]))
  }
}, 60_000)

test('of two versions the newer is the latest', async () => {
  const { ours } = await writesOf()
  const payload = await testPayload()
  const article = await anArticle({ title: 'Twice' })
  await inOne(async (req) => {
    const at = new Date(Date.now() + 1_000).toISOString()
    const args = { collectionSlug: 'content', parent: article.id, versionData: article, autosave: false, req }
    await ours.createVersion({ ...args, createdAt: at, updatedAt: at } as never)
  })
  const { rows } = await poolOf({ payload }).query<{ latest: boolean }>(
    'select latest from _content_v where parent_id = $1 order by updated_at',
    [article.id],
  )
  expect(rows.map(({ latest }) => latest)).toEqual([false, true])
})

test('what a constraint refuses is told as Payload tells it, and nothing is left', async () => {
  const { ours, plain } = await writesOf()
  const key = randomUUID()
  const data = (slug: string): Row => ({ title: 'Once', slug, locale: 'en', source: { importer: 'x', key } })
  await written(ours, 'content', data(randomUUID()))
  const refusals = await Promise.all(
    [ours, plain].map((writes) =>
      written(writes, 'content', data(randomUUID())).catch((error: Error & { data?: unknown }) => ({
        name: error.name,
        message: error.message,
        data: error.data,
      })),
    ),
  )
  expect(refusals[0]).toMatchObject({ name: 'ValidationError' })
  expect(refusals[0]).toEqual(refusals[1])
  const foreign = { ...data(randomUUID()), source: {}, tags: [randomUUID()] }
  const broken = await Promise.all(
    [ours, plain].map((writes) => written(writes, 'content', foreign).catch(codeOf)),
  )
  expect(broken).toEqual(['23503', '23503'])
})

function codeOf(error: Error & { code?: unknown; cause?: { code?: unknown } }): unknown {
  return error.code ?? error.cause?.code
}

test('versions of a document that was just made are counted, not asked for', async () => {
  const { ours, plain } = await writesOf()
  await inOne(async (req) => {
    const data = { title: 'New', slug: randomUUID() }
    const doc: Row & { id: unknown } = await ours.create({ collection: 'content', data, req })
    for (const updatedAt of [
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T00:00:00.000Z',
      '2026-01-03T00:00:00.000Z',
    ])
      await ours.createVersion({
        collectionSlug: 'content',
        parent: doc.id as string,
        versionData: doc,
        autosave: false,
        createdAt: updatedAt,
        updatedAt,
        req,
      } as never)
    for (const page of [1, 2, 3, 4, 101]) {
      const args = {
        collection: 'content',
        limit: 1,
        page,
        pagination: false,
        req,
        sort: '-updatedAt',
      } as const
      const where = { parent: { equals: doc.id as string } }
      const both = await Promise.all(
        [ours, plain].map((each) => each.findVersions({ ...args, where } as never)),
      )
      expect(both[0], `page ${page}`).toEqual(both[1])
    }
  })
})
