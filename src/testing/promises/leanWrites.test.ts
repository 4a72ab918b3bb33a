/** What we write is what Payload's own adapter would: rows, answers and refusals. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { poolOf } from '@/src/platform/payload/poolOf'
import { testPayload } from '../harness'
import {
  documents,
  inOne,
  plainly,
  type Row,
  relatedOnes,
  rowsOf,
  slugs,
  writesOf,
  written,
} from './writesKit'

test('documents and versions are those of Payload, in every table', async () => {
  const { ours, plain } = await writesOf()
  for (const [collection, table, make] of await documents(await relatedOnes())) {
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

test('a text that cannot be stored as it is is told as it was stored', async () => {
  const { ours, plain } = await writesOf()
  const data = { name: 'half \ud800 a character', slug: '' }
  const made = await Promise.all(
    [ours, plain].map((writes) => written(writes, 'tags', { ...data, slug: randomUUID(), origin: 'user' })),
  )
  expect(made.map(({ doc }) => doc.name)).toEqual(['half \ufffd a character', 'half \ufffd a character'])
})

test('the database sets nothing but a time as a row is inserted: what was sent is what stands there', async () => {
  const { rows } = await poolOf({ payload: await testPayload() }).query<Row>(
    `select tgrelid::regclass::text as of, tgname as name from pg_trigger
     where not tgisinternal and tgtype & 1 = 1 and tgtype & 2 = 2 and tgtype & 4 = 4`,
  )
  // It sets when the job is due, which comes back.
  expect(rows).toEqual([{ of: 'payload_jobs', name: 'job_due_at_first' }])
})

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
