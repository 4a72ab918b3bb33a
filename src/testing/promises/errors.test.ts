/** Every failure has the one shape `{ errors: [{ message, code }] }`, whoever raised it, and tells nothing inside. */
import { expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { cast, graphql, rest } from '../harness'

const failures: [string, number, string][] = [
  ['GET /nowhere', 404, 'NOT_FOUND'],
  ['GET /content/nowhere', 404, 'NOT_FOUND'],
  ['GET /content/01a1fe6d-8a62-708c-83ab-1305100b43d5', 404, 'NOT_FOUND'],
  ['GET /globals/nowhere', 404, 'NOT_FOUND'],
  ['GET /users', 403, 'FORBIDDEN'],
  ['POST /content', 403, 'FORBIDDEN'],
  ['DELETE /content/01a1fe6d-8a62-708c-83ab-1305100b43d5', 403, 'FORBIDDEN'],
  ['GET /media/file/nowhere.png', 404, 'NOT_FOUND'],
  ['GET /media/renditions/nowhere.thumb.webp', 404, 'NOT_FOUND'],
  ['GET /content?where[body][like]=x', 400, 'BAD_REQUEST'],
  ['GET /content?where[nonsense][equals]=x', 400, 'BAD_REQUEST'],
  ['GET /content?sort=authors.name', 400, 'QUERY_NOT_ALLOWED'],
  ['POST /users/login', 401, 'SIGN_IN_REQUIRED'],
  ['POST /users/first-register', 403, 'FIRST_REGISTER_CLOSED'],
  ['POST /users/verify/a-token', 404, 'NOT_FOUND'],
  ['GET /__proto__', 404, 'NOT_FOUND'],
  ['GET /constructor/x', 404, 'NOT_FOUND'],
]

test.each(failures)('%s answers %i %s', async (line, status, code) => {
  const body = line.includes('login') ? { email: 'nobody@example.com', password: 'wrong' } : undefined
  const answer = await rest(line as `GET /${string}`, {
    body: line.startsWith('POST') ? (body ?? {}) : undefined,
  })
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([status, code])
  expect(answer.body.errors?.[0]?.message).toBeTruthy()
  expect(answer.bytes.toString()).not.toMatch(/select |node_modules|\bat .*\.js/i)
})

test('a field that is not valid is named', async () => {
  const { eve } = cast()
  const { status, body } = await rest('POST /redirects', { as: eve, body: { from: 'no-slash', to: '/x' } })
  expect([status, body.errors?.[0]?.code]).toEqual([400, 'VALIDATION_FAILED'])
  expect(JSON.stringify(body.errors?.[0]?.data)).toContain('"from"')
})

test('a disabled account cannot sign in, and is told so with a code', async () => {
  const { dan } = cast()
  const { castPassword } = await import('../harness')
  const { status, body } = await rest('POST /users/login', {
    body: { email: dan.email, password: castPassword },
  })
  expect([status, body.errors?.[0]?.code]).toEqual([403, 'ACCOUNT_DISABLED'])
})

test('only a POST of the panel is read as a GET', async () => {
  const { eve } = cast()
  for (const [line, headers] of [
    ['POST /content', { 'X-HTTP-Method-Override': 'GET' }],
    ['POST /content', { 'X-Payload-HTTP-Method-Override': 'DELETE' }],
    ['GET /content', { 'X-Payload-HTTP-Method-Override': 'DELETE' }],
  ] as const) {
    const { status, body } = await rest(line, { as: eve, headers })
    expect([status, body.errors?.[0]?.code]).toEqual([400, 'METHOD_OVERRIDE_REFUSED'])
  }
})

test('ids of any shape are answered, not stumbled over', async () => {
  const { eve } = cast()
  for (const id of ['1', 'null', '%00', "'", '../users', 'a'.repeat(3000), '%F0%9F%98%80']) {
    for (const as of [undefined, eve]) {
      const { status } = await rest(`GET /content/${id}`, { as })
      expect(status, id).toBeLessThan(500)
    }
  }
})

test('values of any kind in a filter are answered, not stumbled over', async () => {
  await anArticle({ _status: 'published' })
  const filters = [
    'where[id][equals]=nonsense',
    'where[id][in]=1,2',
    'where[publishedAt][greater_than]=nonsense',
    'where[featured][equals]=perhaps',
    'where[authors][equals]=nonsense',
    'where[authors][in][0]=',
    'where[categories][equals]=null',
    'where[title][like]=%25%5F%5C',
    'where[title][equals]=%00',
    'where=nonsense',
    'where[or]=nonsense',
    'where[title]=nonsense',
    'where[title][nonsense]=1',
    'where[title][near]=1,2',
    'where[title][within]=x',
    'where[tags][all]=x',
    'where[preview][like]=x',
    'where[publishedAt][like]=x',
    'where[or][0][title][near]=1',
    'page=-1',
    'page=nonsense',
    'limit=nonsense',
    'sort=nonsense',
    'sort=-',
    'select[nonsense]=true',
    'depth=nonsense',
    'depth=-5',
    'locale=xx',
  ]
  const bad: string[] = []
  for (const filter of filters) {
    const { status } = await rest(`GET /content?${filter}`)
    if (status >= 500) bad.push(`${filter} → ${status}`)
  }
  expect(bad).toEqual([])
})

test('GraphQL errors carry a code too', async () => {
  const { body } = await graphql('mutation { createTag(data: { name: "x", origin: user }) { id } }')
  expect(body.errors?.length).toBeGreaterThan(0)
  const [error] = body.errors as { extensions?: { code?: string; statusCode?: number } }[]
  expect(error?.extensions?.code).toBe('FORBIDDEN')
  const bad = await graphql('{ Content(id: "x\\u0000") { id } }')
  expect(bad.bytes.toString()).not.toContain('INTERNAL_ERROR')
})

test('a body that cannot be read is a 400, whoever reads it', async () => {
  const { eve } = cast()
  const broken = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const none = { 'Content-Type': 'multipart/form-data' }
  const form = new FormData()
  form.set('_payload', '{')
  for (const path of ['/content', '/media', '/users/login', '/users/forgot-password'] as const)
    for (const as of [undefined, eve]) {
      const codeOf = async (asking: object) => {
        const { status, body } = await rest(`POST ${path}`, { as, ...asking })
        return [path, status, body.errors?.[0]?.code]
      }
      expect(await codeOf({ body: 'x', headers: broken })).toEqual([path, 400, 'INVALID_FORM'])
      expect(await codeOf({ body: 'x', headers: none })).toEqual([path, 400, 'INVALID_FORM'])
      expect(await codeOf({ body: form })).toEqual([path, 400, 'INVALID_JSON'])
    }
  for (const body of ['text', 5, null, ['list']]) {
    const { status, body: answer } = await rest('POST /content', { as: eve, body })
    expect([body, status, answer.errors?.[0]?.code]).toEqual([body, 400, 'INVALID_INPUT'])
  }
})

test('GraphQL says of a body that it cannot read what REST says', async () => {
  const { default: config } = await import('@/payload.config')
  const { graphqlRoute } = await import('@/src/platform/http/graphqlRoute')
  const ask = async (type: string, body: string) => {
    const headers = { 'Content-Type': type }
    const request = new Request('http://site.test/api/graphql', { method: 'POST', headers, body })
    const answer = await graphqlRoute(config)(request)
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] }
    return [answer.status, errors[0]?.extensions.code]
  }
  expect(await ask('application/json', '{')).toEqual([400, 'INVALID_JSON'])
  expect(await ask('multipart/form-data; boundary=x', 'x')).toEqual([400, 'INVALID_FORM'])
  expect(await ask('multipart/form-data', 'x')).toEqual([400, 'INVALID_FORM'])
  expect(await ask('text/plain', '{ __typename }')).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  expect(await ask('application/json', '{}')).toEqual([400, 'BAD_REQUEST'])
})
