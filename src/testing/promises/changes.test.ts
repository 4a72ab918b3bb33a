/** The database tells of each change that the public may see: a collection that is new must say so too. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { requestOf, testDatabaseUrl, testPayload } from '../harness'

test('every table of which the public reads something tells of its changes, with the natural key that the cache knows', async () => {
  const payload = await testPayload()
  const req = await requestOf()
  const collections = payload.config.collections.filter(
    ({ access, slug }) => slug !== 'users' && access.read?.({ req } as never) !== false,
  )
  const client = new pg.Client({ connectionString: testDatabaseUrl() })
  await client.connect()
  const { rows } = await client.query<{ table: string; name: string; arguments: Buffer }>(
    "select tgrelid::regclass::text as table, tgname as name, tgargs as arguments from pg_trigger where tgname like 'changes\\_%'",
  )
  await client.end()
  const told = rows.map(({ table, name, arguments: bytes }) => {
    const words = bytes.toString('utf8').split('\0').filter(Boolean)
    return [table, name, ...words].join(' ')
  })
  const expected = [
    ...collections.map(({ slug, custom }) => ({
      slug: slug as string,
      key: custom?.naturalKey as string | undefined,
    })),
    ...payload.config.globals.map(({ slug }) => ({ slug: slug as string, key: undefined })),
  ].flatMap(({ slug, key }) =>
    ['inserted', 'updated', 'deleted'].map((event) =>
      [slug.replaceAll('-', '_'), `changes_${event}`, slug, key].filter(Boolean).join(' '),
    ),
  )
  expect(expected.filter((line) => !told.includes(line))).toEqual([])
})
