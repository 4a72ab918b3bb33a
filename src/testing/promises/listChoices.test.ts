/** The panel takes what it remembers of a list from addresses; what nobody can have chosen is not obeyed. */
import { expect, test } from 'vitest'
import { cast, requestOf, rest, testPayload } from '../harness'

type Choices = Record<string, unknown>

/** As the panel writes and reads it. */
async function remembered(key: string, value: Choices): Promise<{ first: unknown; later: unknown }> {
  const req = await requestOf(cast().eve)
  const payload = await testPayload()
  const asked = { collection: 'payload-preferences', depth: 0, overrideAccess: true } as const
  const { id, ...written } = await payload.create({
    ...asked,
    // Payload sets the user itself.
    data: { key, value } as never,
    user: req.user,
  })
  const later = await payload.findByID({ ...asked, id })
  return { first: written.value, later: later.value }
}

const columns = [{ accessor: 'title', active: true }]

test.each<Choices>([
  { limit: -5 },
  { limit: 0 },
  { limit: 2.5 },
  { limit: 100_000 },
  { limit: null },
  { sort: 'zz' },
  { sort: { a: 'b' } },
  { sort: 'user.hash' },
  { columns: [{}] },
  { columns: 'title' },
  { preset: 'zz' },
  { groupBy: 'zz' },
])('%j is forgotten', async (choice) => {
  const kept = { listViewType: 'list', editViewType: 'default' }
  const { first, later } = await remembered('collection-content', { ...kept, ...choice })
  expect([first, later]).toEqual([kept, kept])
})

test('what can be chosen is remembered', async () => {
  const choices = { limit: 50, sort: '-publishedAt', columns }
  const { later } = await remembered('collection-content', choices)
  expect(later).toEqual(choices)
})

test('what is remembered of other things stays as it is', async () => {
  for (const key of ['nav', 'collection-content-0193a0de', 'collection-zz'])
    expect((await remembered(key, { limit: -5 })).later).toEqual({ limit: -5 })
})

test('what the browser wrote past the hooks is not obeyed either', async () => {
  const { eve } = cast()
  await rest('POST /payload-preferences/collection-tags', {
    as: eve,
    body: { value: { limit: -5, sort: 'name' } },
  })
  const payload = await testPayload()
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: { key: { equals: 'collection-tags' } },
    overrideAccess: true,
    depth: 0,
  })
  expect(docs.map(({ value }) => value)).toEqual([{ sort: 'name' }])
})
