/** The words of new articles are taken up by who searches next, or by a worker: never too late, never too much. */
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import { expect, test } from 'vitest'
import { catchUpSearch } from '@/src/domains/publishing'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { env } from '@/src/platform/env'
import { execute } from '@/src/platform/payload/execute'
import { requestContext } from '@/src/platform/requestContext'
import { requestOf, rest, testPayload } from '../harness'

const aPublished = (title: string) => anArticle({ title, _status: 'published' })

async function titles(q: string): Promise<unknown[]> {
  const { status, body } = await rest(`GET /search?q=${encodeURIComponent(q)}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body.docs ?? []).map(({ title }) => title)
}

async function countOf(table: 'search_due' | 'search_documents', ids: string[]): Promise<number> {
  const statement = sql`select count(*)::integer as count from ${sql.identifier(table)} where id = any(${sql.param(ids)}::uuid[])`
  const [row] = await execute<{ count: number }>(await requestOf(), statement)
  return row?.count ?? Number.NaN
}

test('a new article is noted, and found by the next search', async () => {
  const { id } = await aPublished('Quokkas at noon')
  expect([await countOf('search_due', [id]), await countOf('search_documents', [id])]).toEqual([1, 0])
  expect(await titles('quokkas')).toEqual(['Quokkas at noon'])
  expect([await countOf('search_due', [id]), await countOf('search_documents', [id])]).toEqual([0, 1])
})

test('a draft is not noted; published later it is found at once', async () => {
  const { id } = await anArticle({ title: 'Wombats at dusk', _status: 'draft' })
  expect(await countOf('search_due', [id])).toBe(0)
  const payload = await testPayload()
  await payload.update({ collection: 'content', id, data: { _status: 'published' }, overrideAccess: true })
  expect(await countOf('search_documents', [id])).toBe(1)
})

test('a worker takes up what nobody searched for, and nothing that was withdrawn or deleted since', async () => {
  const payload = await testPayload()
  const [kept, withdrawn, trashed, deleted] = (
    await Promise.all(['one', 'two', 'three', 'four'].map((name) => aPublished(`Numbats ${name}`)))
  ).map(({ id }) => id) as [string, string, string, string]
  const update = (id: string, data: object) =>
    payload.update({ collection: 'content', id, data, overrideAccess: true })
  await update(withdrawn, { _status: 'draft' })
  await update(trashed, { deletedAt: new Date().toISOString() })
  await payload.delete({ collection: 'content', id: deleted, overrideAccess: true })
  await catchUpSearch(payload)
  const all = [kept, withdrawn, trashed, deleted]
  expect(await countOf('search_due', all)).toBe(0)
  expect(await countOf('search_documents', all)).toBe(1)
  expect(await titles('numbats')).toEqual(['Numbats one'])
})

test('what is being withdrawn just now is left alone, and holds up nobody', async () => {
  const payload = await testPayload()
  const { id } = await aPublished('Bilbies by night')
  const client = new pg.Client(env.DATABASE_URL)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`update content set _status = 'draft' where id = $1`, [id])
    await catchUpSearch(payload)
    expect([await countOf('search_due', [id]), await countOf('search_documents', [id])]).toEqual([1, 0])
    await client.query('commit')
  } finally {
    await client.end()
  }
  await catchUpSearch(payload)
  expect([await countOf('search_due', [id]), await countOf('search_documents', [id])]).toEqual([0, 0])
})

test('an article whose words cannot be taken up keeps no other from being found', async () => {
  await execute(
    await requestOf(),
    sql`create function refuse_spoilt() returns trigger language plpgsql as $$
      begin if new.open_text like '%spoilt%' then raise 'spoilt'; end if; return new; end $$;
      create trigger refuse_spoilt before insert on search_documents for each row execute function refuse_spoilt()`,
  )
  await anArticle({ title: 'Kowaris and a spoilt text', _status: 'published', body: aBody('It is spoilt.') })
  await aPublished('Kowaris at home')
  expect(await titles('kowaris')).toEqual(['Kowaris at home'])
  await execute(await requestOf(), sql`drop function refuse_spoilt() cascade`)
})

test('while more are due than one search takes up, its answer is not kept for others', async () => {
  const statement = sql`insert into content (id, title, slug, _status, locale, published_at, body)
    select gen_random_uuid(), 'Dunnart ' || n, 'dunnart-' || n, 'published', 'en', now(), null from generate_series(1, 130) n`
  await execute(await requestOf(), statement)
  const search = async () => {
    const context: { requestId: string; validUntil?: number } = { requestId: 'test' }
    const { body } = await requestContext.run(context, () => rest('GET /search?q=dunnart&limit=1'))
    return { found: body.totalDocs, validUntil: context.validUntil }
  }
  expect(await search()).toEqual({ found: 100, validUntil: 0 })
  expect(await search()).toEqual({ found: 130, validUntil: undefined })
})

test('searches and workers at the same moment take up each article once', async () => {
  const payload = await testPayload()
  const made = await Promise.all(Array.from({ length: 12 }, (_, n) => aPublished(`Potoroo number ${n}`)))
  const found = await Promise.all([
    catchUpSearch(payload),
    ...Array.from({ length: 6 }, () => titles('potoroo')),
  ])
  for (const each of found.slice(1)) expect(each).toHaveLength(10)
  expect(
    await countOf(
      'search_documents',
      made.map(({ id }) => id),
    ),
  ).toBe(12)
})
