/** What the model promises about accounts and the database they stand on. */
import { fork } from 'node:child_process'
import { expect, test } from 'vitest'
import { aUser } from '@/src/domains/accounts/factories'
import { cast, castPassword, rest, testDatabaseUrl } from '../harness'
import { asAdministrator } from '../harness/server'

test('a second way in for the disabled is closed too: reset, refresh, cookies', async () => {
  const { dan } = cast()
  const token = { Cookie: `payload-token=${dan.token}`, Origin: 'http://localhost:3000' }
  expect(
    (await rest('GET /content?where[_status][equals]=draft', { headers: token })).body.totalDocs ?? 0,
  ).toBe(0)
  const refreshed = await rest('POST /users/refresh-token', { as: dan })
  const again = { ...dan, token: String(refreshed.body.refreshedToken ?? '') }
  expect((await rest('POST /tags', { as: again, body: { name: 'By Dan' } })).status).toBeGreaterThanOrEqual(
    400,
  )
})

test('a cookie counts only with an origin of the site', async () => {
  const { eve } = cast()
  const post = (origin: string | undefined) =>
    rest('POST /tags', {
      headers: { Cookie: `payload-token=${eve.token}`, ...(origin ? { Origin: origin } : {}) },
      body: { name: `Tag ${origin}` },
    })
  expect((await post('https://evil.example')).status).toBe(403)
  expect((await post('null')).status).toBe(403)
  expect((await post('http://localhost:3000')).status).toBe(201)
})

test('signing in answers a token and never a secret', async () => {
  const user = await aUser({ role: 'editor' })
  const { status, bytes, headers, body } = await rest('POST /users/login', {
    body: { email: user.email, password: castPassword },
  })
  expect(status).toBe(200)
  expect(body.token).toBeTruthy()
  expect(headers.get('set-cookie')).toMatch(/HttpOnly/i)
  expect(headers.get('set-cookie')).toMatch(/SameSite=Lax/i)
  expect(bytes.toString()).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
})

test('a profile takes no reserved, foreign or ill-formed name', async () => {
  const { bob } = cast()
  for (const username of ['admin', 'api', 'ann', 'Big', 'two words', '-dash', 'a'.repeat(80), '../x']) {
    const { status, body } = await rest(`PATCH /profiles/${bob.profile}`, { as: bob, body: { username } })
    expect([status, body.errors?.[0]?.code], username).toEqual([400, 'VALIDATION_FAILED'])
  }
})

test('losing every connection costs a request, never the process', async () => {
  expect((await rest('GET /tags')).status).toBe(200)
  const name = new URL(testDatabaseUrl()).pathname.slice(1)
  for (let round = 0; round < 3; round += 1) {
    await asAdministrator({ adminUrl: testDatabaseUrl() }, (client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
        [name],
      ),
    )
    await Promise.all([rest('GET /tags'), rest('GET /content'), rest('GET /pages')])
    const after = await rest('GET /tags')
    expect(after.status).toBe(200)
  }
})

test('ten processes that start at once make one administrator', async () => {
  const { anEmptyDatabase } = await import('../harness')
  const databaseUrl = await anEmptyDatabase()
  const script = new URL('../harness/setup/ensureFirstAdmins.ts', import.meta.url)
  // Two processes of five calls each: ten of everything would be all that this machine does for a minute.
  const made = await Promise.all([1, 2].map(() => countMade(script, databaseUrl)))
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(1)
  const { rows } = await asAdministrator({ adminUrl: databaseUrl }, (client) =>
    client.query('select email, role from users'),
  )
  expect(rows).toEqual([{ email: 'admin@example.com', role: 'admin' }])
})

function countMade(script: URL, databaseUrl: string): Promise<number> {
  const child = fork(script, [databaseUrl, '5'], { execArgv: ['--conditions=production', '--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', (count) => resolve(Number(count)))
    child.once('exit', (code) => reject(new Error(`exit ${code}`)))
  })
}
