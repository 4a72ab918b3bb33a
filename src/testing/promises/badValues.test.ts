/** A value that the database cannot read is a refusal: with a code, and no error in the log. */
import { afterEach, expect, test, vi } from 'vitest'
import { cast, requestOf, rest, testPayload } from '../harness'

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  'content?page=99999999999999999999',
  'content?page=-1',
  'content?where[title][like]=%00',
  'content?where[id][in]=zz',
  'content?where[preview][like]=x',
  'content?where[featured][equals]=maybe',
  'content?where[title][near]=1',
  'content/count?where[title][like]=%00',
])('%s is refused, and told as a refusal', async (path) => {
  const { logger } = await testPayload()
  const error = vi.spyOn(logger, 'error')
  const info = vi.spyOn(logger, 'info')
  for (const as of [undefined, cast().eve]) {
    const { status, body } = await rest(`GET /${path}`, { as })
    expect([status, body.errors?.[0]?.code]).toEqual([400, expect.stringMatching(/^(INVALID_VALUE|OPER)/)])
  }
  expect([error.mock.calls.length, info.mock.calls.length]).toEqual([0, 2])
})

test('the panel’s list is told in a way that it takes for an empty list', async () => {
  const { payload, user } = await requestOf(cast().eve)
  const list = { collection: 'content', depth: 0, draft: true, overrideAccess: false, user } as const
  for (const query of [{ page: 1e20 }, { where: { title: { like: '\0' } } }])
    await expect(payload.find({ ...list, ...query })).rejects.toMatchObject({
      name: 'QueryError',
      status: 400,
    })
})

test('what fails by our own fault is an error still', async () => {
  const { db, logger } = await testPayload()
  const error = vi.spyOn(logger, 'error')
  vi.spyOn(db, 'find').mockRejectedValue(new Error('the database is away'))
  expect((await rest('GET /content?where[title][equals]=Never asked')).status).toBe(500)
  expect(error).toHaveBeenCalledOnce()
})
