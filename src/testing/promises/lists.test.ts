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
