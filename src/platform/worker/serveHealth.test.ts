import { afterEach, expect, test } from 'vitest'
import { setEnv } from '../env'
import { type HealthServer, serveHealth } from './serveHealth'

const token = 'a-token-that-only-tests-use'
const servers: HealthServer[] = []

afterEach(async () => {
  setEnv({ METRICS_TOKEN: undefined })
  await Promise.all(servers.splice(0).map(({ close }) => close()))
})

async function serve({ isReady = true, port = 0, metrics = async () => 'up 1\n' } = {}) {
  const server = await serveHealth({ port, host: '127.0.0.1', isReady: () => isReady, metrics })
  if (server) servers.push(server)
  return server
}

async function ask(path: string, init?: RequestInit, options?: Parameters<typeof serve>[0]) {
  const server = await serve(options)
  const answer = await fetch(`http://127.0.0.1:${server?.port}${path}`, init)
  const text = await answer.text()
  const code = text.startsWith('{"errors"') ? (JSON.parse(text) as Failure).errors[0]?.code : undefined
  return { status: answer.status, text, code, type: answer.headers.get('content-type') }
}

interface Failure {
  errors: { code: string }[]
}

test('it is alive as soon as it answers, and ready when it says so', async () => {
  expect(await ask('/live')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  expect(await ask('/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  expect(await ask('/ready', {}, { isReady: false })).toMatchObject({ status: 503, code: 'NOT_READY' })
  expect(await ask('/live', {}, { isReady: false })).toMatchObject({ status: 200 })
})

test('metrics are for whoever has the token', async () => {
  setEnv({ METRICS_TOKEN: token })
  expect(await ask('/metrics')).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
  for (const authorization of ['Bearer wrong', `Basic ${token}`, token, `Bearer ${token}x`])
    expect((await ask('/metrics', { headers: { authorization } })).status, authorization).toBe(401)
  const answer = await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
  expect(answer).toMatchObject({
    status: 200,
    text: 'up 1\n',
    type: expect.stringContaining('version=0.0.4'),
  })
})

test('without a token the machine itself may look', async () => {
  expect(await ask('/metrics')).toMatchObject({ status: 200, text: 'up 1\n' })
})

test('other paths, other methods and failures have their codes', async () => {
  expect(await ask('/admin')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await ask('/live', { method: 'POST' })).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' })
  const metrics = () => Promise.reject(new Error('no'))
  expect(await ask('/metrics', {}, { metrics })).toMatchObject({ status: 500, code: 'INTERNAL' })
  expect(await ask('/live', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
})

test('a second worker on the same port runs without', async () => {
  const first = await serve()
  expect(await serve({ port: first?.port })).toBeUndefined()
})
