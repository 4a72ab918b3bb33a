/** Lists that do without totals: the same pages, and no statement that grows with the table. */
import { beforeAll, expect, test } from 'vitest'
import { cast, rest, testPayload } from '../harness'

const titles = Array.from({ length: 25 }, (_, index) => `Tag ${String(index).padStart(2, '0')}`)

beforeAll(async () => {
  const payload = await testPayload()
  for (const name of titles) {
    const slug = name.toLowerCase().replace(' ', '-')
    await payload.create({
      collection: 'tags',
      data: { name, slug, origin: 'user' },
      overrideAccess: true,
      depth: 0,
    })
  }
})

test('every page without totals holds what the page with totals holds, and knows its neighbours', async () => {
  for (const limit of [1, 3, 7, 10, 24, 25, 100]) {
    for (let page = 1; page <= Math.ceil(25 / limit) + 1; page += 1) {
      const counted = (await rest(`GET /tags?sort=name&limit=${limit}&page=${page}`)).body
      const uncounted = (await rest(`GET /tags?sort=name&limit=${limit}&page=${page}&count=false`)).body
      expect(uncounted.docs, `page ${page} of ${limit}`).toEqual(counted.docs)
      expect(uncounted.hasNextPage, `next of page ${page} of ${limit}`).toBe(page * limit < 25)
      expect(uncounted.hasPrevPage).toBe(page > 1)
      expect(uncounted).toMatchObject({ limit, page, totalDocs: null, totalPages: null })
    }
  }
})

test('a stranger gets no more without totals than with them', async () => {
  const { body } = await rest('GET /tags?limit=1000&count=false')
  expect(body.limit).toBe(100)
  expect((await rest('GET /users?count=false')).status).toBe(403)
  expect((await rest('GET /tags?limit=1000&count=false', { as: cast().ada })).body.docs).toHaveLength(25)
})

test('a list goes on after its last document to the end, in the order of its pages', async () => {
  for (const sort of ['name', '-name', '-origin', '-createdAt', 'description']) {
    const counted = (await rest(`GET /tags?sort=${sort}&limit=100`)).body.docs?.map(({ id }) => id)
    for (const limit of [1, 4, 25]) {
      const seen: string[] = []
      let cursor: unknown = ''
      do {
        const { body, status } = await rest(`GET /tags?sort=${sort}&limit=${limit}&after=${cursor}`)
        expect(status, JSON.stringify(body)).toBe(200)
        seen.push(...(body.docs ?? []).map(({ id }) => id))
        cursor = body.nextCursor
        expect(body).toMatchObject({ totalDocs: null, page: null, hasNextPage: cursor !== null })
      } while (cursor !== null)
      expect(seen, `${sort} by ${limit}`).toEqual(counted)
    }
  }
})

test('an odd cursor is refused with a code', async () => {
  const codeOf = async (query: string) => (await rest(`GET /tags?${query}`)).body.errors?.[0]?.code
  const { nextCursor } = (await rest('GET /tags?sort=name&limit=3&after=')).body
  expect(await codeOf('after=nonsense')).toBe('BAD_CURSOR')
  expect(await codeOf(`sort=-name&after=${nextCursor}`)).toBe('BAD_CURSOR')
  expect(await codeOf(`sort=name&page=2&after=${nextCursor}`)).toBe('CURSOR_WITH_PAGE')
  expect((await rest(`GET /tags?sort=name&limit=3&after=${nextCursor}`)).body.docs?.[0]?.name).toBe('Tag 03')
})
