/** Who asks with a token a second time is known, until anything about the account or its sessions is another. */
import { createLocalReq } from 'payload'
import pg from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { aUser } from '@/src/domains/accounts/factories'
import { openCaches } from '@/src/platform/cache/answers'
import { setClock } from '@/src/platform/clock'
import { poolOf } from '@/src/platform/payload/poolOf'
import { cast, castPassword, graphql, rest, testPayload } from '../harness'

beforeEach(() => openCaches(true))
afterAll(() => openCaches(false))

async function signIn(email: string): Promise<string> {
  const { body } = await rest('POST /users/login', { body: { email, password: castPassword } })
  return String(body.token)
}

const me = async (token: string, scheme = 'JWT') =>
  (await rest('GET /users/me', { headers: { Authorization: `${scheme} ${token}` } })).body.user as Record<
    string,
    unknown
  > | null

/** Asked until the next answer comes from memory. */
async function anEditor() {
  const user = await aUser({ role: 'editor' })
  const token = await signIn(user.email)
  for (let time = 0; time < 3; time += 1) expect(await me(token)).toMatchObject({ role: 'editor' })
  return { user, token }
}

async function sql(text: string, ...values: unknown[]) {
  await poolOf({ payload: await testPayload() }).query(text, values)
}

test('the second answer is the first, for less', async () => {
  const { user, token } = await anEditor()
  openCaches(true)
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const textsOf = () =>
    sent.mock.calls.map(([asked]) => (typeof asked === 'string' ? asked : (asked as { text: string }).text))
  const first = await me(token)
  expect(await me(token)).toEqual(first)
  expect(textsOf().some((text) => text.includes('"users"."hash"'))).toBe(true)
  sent.mockClear()
  const listed = await rest('GET /tags?limit=1', { headers: { Authorization: `JWT ${token}` } })
  expect(listed.status).toBe(200)
  expect(textsOf().filter((text) => text.includes('"users"'))).toEqual([])
  sent.mockRestore()
  expect(await me(token)).toEqual(first)
  expect(await me(token, 'Bearer')).toMatchObject({ id: user.id, role: 'editor' })
  expect(JSON.stringify(await me(token))).not.toMatch(/"(hash|salt)"/)
})

test('a role that is taken away is gone at the next request, whoever took it', async () => {
  const { ada } = cast()
  const byRest = await anEditor()
  await rest(`PATCH /users/${byRest.user.id}`, { as: ada, body: { role: 'member' } })
  expect(await me(byRest.token)).toMatchObject({ role: 'member' })
  const bySql = await anEditor()
  await sql(`update users set role = 'member' where id = $1`, bySql.user.id)
  expect(await me(bySql.token)).toMatchObject({ role: 'member' })
  const headers = { Authorization: `JWT ${bySql.token}` }
  const refused = await rest('POST /categories', { headers, body: { name: 'No longer' } })
  expect(refused.status).toBe(403)
})

test('who is disabled, signed out or deleted is nobody at the next request', async () => {
  const { ada } = cast()
  const disabled = await anEditor()
  await rest(`PATCH /users/${disabled.user.id}`, {
    as: ada,
    body: { disabledAt: '2020-01-01T00:00:00.000Z' },
  })
  const tag = { headers: { Authorization: `JWT ${disabled.token}` }, body: { name: 'By the disabled' } }
  expect((await rest('POST /tags', tag)).status).toBe(403)

  const left = await anEditor()
  const other = await signIn(left.user.email)
  expect(await me(other)).toMatchObject({ id: left.user.id })
  await rest('POST /users/logout', { headers: { Authorization: `JWT ${left.token}` } })
  expect(await me(left.token)).toBeNull()
  expect(await me(other)).toMatchObject({ id: left.user.id })
  expect(await me(left.token)).toBeNull()
  await sql('delete from users_sessions where _parent_id = $1', left.user.id)
  expect(await me(other)).toBeNull()

  const deleted = await anEditor()
  await rest(`DELETE /users/${deleted.user.id}`, { as: ada })
  expect(await me(deleted.token)).toBeNull()
})

test('of a new password Payload thinks what it always did', async () => {
  const { ada } = cast()
  const { user, token } = await anEditor()
  await rest(`PATCH /users/${user.id}`, { as: ada, body: { password: 'another horse battery staple' } })
  const remembered = await me(token)
  openCaches(true)
  expect(remembered).toEqual(await me(token))
})

test('a token is good for its time, and only as it was signed', async () => {
  const { token } = await anEditor()
  const [head = '', claims = '', signature = ''] = token.split('.')
  for (const bad of [
    `${head}.${claims}.${signature.slice(0, -2)}AA`,
    `${head}.${claims}.`,
    `${head}.${claims}`,
    `${head}.bm8gSlNPTg.${signature}`,
    `${head}.bnVsbA.${signature}`,
    'junk',
    '..',
  ])
    expect(await me(bad), bad).toBeNull()
  const later = new Date(Date.now() + 3 * 60 * 60 * 1000)
  const putBack = setClock(() => later)
  vi.useFakeTimers({ now: later, toFake: ['Date'] })
  try {
    expect(await me(token)).toBeNull()
  } finally {
    vi.useRealTimers()
    putBack()
  }
  expect(await me(token)).toMatchObject({ role: 'editor' })
})

test('nobody who was not verified reaches the database, and what a transaction reads is not remembered', async () => {
  const { user, token } = await anEditor()
  const [head = '', claims = ''] = token.split('.')
  const payload = await testPayload()
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const forged = { headers: new Headers({ authorization: `JWT ${head}.${claims}.${'A'.repeat(43)}` }) }
  expect((await payload.auth(forged)).user).toBeNull()
  expect(sent).not.toHaveBeenCalled()
  sent.mockRestore()

  const headers = new Headers({ authorization: `JWT ${token}` })
  const req = await createLocalReq({}, payload)
  req.transactionID = (await payload.db.beginTransaction()) as string
  await payload.update({
    collection: 'users',
    id: user.id,
    data: { role: 'admin' },
    req,
    overrideAccess: true,
  })
  for (let time = 0; time < 3; time += 1)
    expect((await payload.auth({ headers, req })).user).toMatchObject({ role: 'admin' })
  await payload.db.rollbackTransaction(req.transactionID)
  expect((await payload.auth({ headers })).user).toMatchObject({ role: 'editor' })
})

test('each asker has a copy, and GraphQL knows the same', async () => {
  const { user, token } = await anEditor()
  const answers = await Promise.all(Array.from({ length: 5 }, () => me(token)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const as = { ...cast().ann, token }
  for (let time = 0; time < 2; time += 1) {
    const { body } = await graphql('{ meUser { user { id role } strategy } }', { as })
    expect(body.data?.meUser).toMatchObject({ user: { id: user.id, role: 'editor' }, strategy: 'local-jwt' })
  }
})
