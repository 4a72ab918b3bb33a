/** What staff may ask of lists: much, but not everything at once, which no server has memory for. */
import { sql } from '@payloadcms/db-postgres'
import { beforeAll, expect, test } from 'vitest'
import { asUser } from '@/src/platform/authority'
import { execute } from '@/src/platform/payload/execute'
import { cast, graphql, requestOf, rest } from '../harness'

beforeAll(async () => {
  await execute(
    await requestOf(),
    sql`insert into tags (id, name, slug) select gen_random_uuid(), 'Many ' || n, 'many-' || n from generate_series(1, 1001) n`,
  )
})

test('a list of staff has at most 1,000 documents', async () => {
  const { eve } = cast()
  for (const query of [
    'limit=0',
    'limit=-5',
    'limit=100000',
    'pagination=false',
    'limit=all&pagination=false',
  ])
    expect([query, (await rest(`GET /tags?${query}`, { as: eve })).body.docs?.length]).toEqual([query, 1_000])
  for (const query of ['limit: 0', 'limit: -5', 'limit: 100000', 'pagination: false']) {
    const { body } = await graphql(`{ Tags(${query}) { docs { id } } }`, { as: eve })
    expect([query, body.data?.Tags?.docs?.length]).toEqual([query, 1_000])
  }
  expect((await rest('GET /tags?limit=500', { as: eve })).body.docs?.length).toBe(500)
  expect((await rest('GET /tags?limit=0', { as: eve })).body.totalDocs).toBeGreaterThan(1_000)
})

test('our own code reads all, also on the way of a request of staff', async () => {
  const req = await requestOf(cast().eve)
  req.payloadAPI = 'REST'
  const query = { collection: 'tags', depth: 0, limit: 0, pagination: false } as const
  const { docs } = await req.payload.find({ ...query, ...asUser(req) })
  expect(docs.length).toBeGreaterThan(1_000)
})
