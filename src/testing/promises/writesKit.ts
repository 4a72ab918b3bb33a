/** Documents written by the adapter itself, ours and Payload's, and all the rows that they then have. */
import { randomUUID } from 'node:crypto'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { aProfile } from '@/src/domains/accounts/factories'
import { aBody, aCategory, anArticle, aPage, aTag } from '@/src/domains/publishing/factories'
import { poolOf } from '@/src/platform/payload/poolOf'
import { plainWritesOf } from '@/src/platform/payload/writes/leanWrites'
import { testPayload } from '../harness'

export type Writes = NonNullable<ReturnType<typeof plainWritesOf>>
export type Row = Record<string, unknown>

type Related = { authors: string[]; categories: string[]; tags: string[] }

export async function relatedOnes(): Promise<Related> {
  const category = (await aCategory({ name: 'A category', slug: `a-category-${randomUUID()}` })).id
  const tags = await Promise.all(
    ['One', 'Two'].map((name) => aTag({ name, slug: `${name}-${randomUUID()}`.toLowerCase() })),
  )
  const profile = await aProfile({ skills: ['maths', 'engines'] })
  return { authors: [profile.id], categories: [category], tags: tags.map(({ id }) => id) }
}

/** What differs from one write to the next. */
const ownOnes = new Set([
  'id',
  '_uuid',
  'parent',
  'parent_id',
  '_parent_id',
  ...['createdAt', 'updatedAt', 'created_at', 'updated_at', 'version_created_at', 'version_updated_at'],
])

export function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (ownOnes.has(key) ? [] : [[key, plainly(each)]])),
  )
}

/** Every row of every table that the document has a part in, beside what is its own. */
export async function rowsOf(table: string, id: unknown): Promise<Record<string, unknown>> {
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

export async function inOne<Result>(work: (req: PayloadRequest) => Promise<Result>): Promise<Result> {
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
export function written(writes: Writes, collection: CollectionSlug, data: Row, { returning = true } = {}) {
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
      returning,
      req,
    }
    return { doc, version: await writes.createVersion(args as never) }
  })
}

export async function writesOf() {
  const { db } = await testPayload()
  const ours: Writes = {
    create: (args) => db.create(args) as never,
    createVersion: (args) => db.createVersion(args as never) as never,
    findVersions: (args) => db.findVersions(args as never) as never,
  }
  return { ours, plain: plainWritesOf(db) as Writes }
}

export async function documents(related: Related): Promise<[CollectionSlug, string, () => Row][]> {
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

export const slugs = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'some id'),
  ) as unknown
