import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { setEnv } from '../env'
import { contentPolicy } from './contentPolicy'
import { createFront, type Front, type Handler } from './createFront'
import { codeOf, send, sendRaw } from './frontKit'
import { timeouts } from './limits'

let front: Front | undefined

afterEach(() => {
  front?.server.closeAllConnections()
  front?.server.close()
})

const policy = contentPolicy({ frames: [], scripts: [], isDev: false })

const readAll: Handler = async (request, response) => {
  let bytes = 0
  for await (const chunk of request) bytes += chunk.length
  response.end(`read ${bytes}`)
}

async function serve(handler: Handler | undefined = readAll, trustProxy: string[] = []): Promise<number> {
  front = createFront({
    handler: () => handler,
    routes: { '/api/health/live': async () => ({ status: 200, body: { status: 'ok' } }) },
    trustProxy,
    policy,
  })
  await new Promise<void>((resolve) => front?.server.listen(0, '127.0.0.1', resolve))
  return (front.server.address() as AddressInfo).port
}

const megabytes = (count: number) => Array.from({ length: count }, () => Buffer.alloc(1024 * 1024))

test('an announced body over 1 MB is refused before it is read', async () => {
  const port = await serve()
  const answer = await send(port, 'POST', '/api/content', { 'content-length': 3 * 1024 * 1024 }, megabytes(3))
  expect(answer.status).toBe(413)
  expect(codeOf(answer)).toBe('BODY_TOO_LARGE')
})

test('a chunked body is counted and cut at the limit', async () => {
  const port = await serve()
  const answer = await send(port, 'POST', '/api/content', { 'transfer-encoding': 'chunked' }, megabytes(3))
  expect(answer.status).toBe(413)
  expect(codeOf(answer)).toBe('BODY_TOO_LARGE')
})

test('a form of somebody signed in may carry 3 MB, and a body within the limit arrives whole', async () => {
  const port = await serve()
  const form = { 'content-type': 'multipart/form-data; boundary=x', cookie: 'payload-token=x' }
  expect((await send(port, 'POST', '/api/content', form, megabytes(3))).text).toBe('read 3145728')
  expect((await send(port, 'POST', '/api/content', {}, [Buffer.alloc(1000)])).text).toBe('read 1000')
})

test('a stranger’s form brings a message to a page, and no more', async () => {
  const port = await serve()
  const form = { 'content-type': 'multipart/form-data; boundary=x' }
  expect((await send(port, 'POST', '/contact', form, [Buffer.alloc(60_000)])).text).toBe('read 60000')
  expect((await send(port, 'POST', '/contact', form, megabytes(1))).status).toBe(413)
  expect((await send(port, 'POST', '/api/content', form, megabytes(3))).status).toBe(413)
  expect((await send(port, 'DELETE', '/contact')).status).toBe(405)
})

test('a refused "Expect: 100-continue" body is never asked for', async () => {
  const port = await serve()
  const head = `POST /api/content HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n`
  const answer = await sendRaw(port, head)
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
})

test('a body that stops coming is cut with 408', async () => {
  const kept = timeouts.bodySilenceMs
  timeouts.bodySilenceMs = 150
  const port = await serve()
  const answer = await sendRaw(port, 'POST /api/content HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc')
  timeouts.bodySilenceMs = kept
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(answer).toContain('REQUEST_TIMEOUT')
})

test('whoever asks the site for the data of a page gets the page, in the panel the data', async () => {
  const port = await serve((request, response) => void response.end(JSON.stringify(request.headers)))
  const state = encodeURIComponent(JSON.stringify(['', {}]))
  const router = { rsc: '1', 'next-router-state-tree': state, 'next-router-prefetch': '1', 'next-url': '/' }
  const heard = async (path: string, more = {}, method = 'GET') =>
    Object.keys(JSON.parse((await send(port, method, path, { ...router, ...more })).text)).filter(
      (name) => name in router,
    )
  expect(await heard('/articles/x')).toEqual([])
  expect(await heard('/articles/x', { cookie: 'a=b; payload-token=t' })).toEqual([])
  expect(await heard('/contact', {}, 'POST')).toEqual([])
  expect(await heard('/administration')).toEqual([])
  expect(await heard('/admin')).toHaveLength(4)
  for (const broken of ['x', '%', '[]', encodeURIComponent('{"a":1}'), `${state}, ${state}`])
    expect(await heard('/admin/login', { 'next-router-state-tree': broken })).toHaveLength(3)
})

test('too large or too many headers are refused with 431', async () => {
  const port = await serve()
  const large = await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(large).toMatch(/^HTTP\/1.1 431 /)
  expect(large).toContain('HEADERS_TOO_LARGE')
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x-${index}`, '1']))
  expect((await send(port, 'GET', '/', many)).status).toBe(431)
})

test('malformed requests and addresses are refused with 400', async () => {
  const port = await serve()
  expect(await sendRaw(port, 'not http at all\r\n\r\n')).toContain('MALFORMED_REQUEST')
  expect(codeOf(await send(port, 'GET', '/articles/%E0%A4%A'))).toBe('MALFORMED_URL')
  expect(codeOf(await send(port, 'GET', '/a%00b'))).toBe('MALFORMED_URL')
  for (const path of [
    '/x/../admin',
    '/x/..',
    '/./api',
    '/x/%2e%2E/api/y',
    '/x%2f..%2fy',
    '/x\\..\\y',
    '/admin#x',
  ])
    expect([path, codeOf(await send(port, 'GET', path))]).toEqual([path, 'MALFORMED_URL'])
  for (const path of ['/a..b', '/.well-known/x', '/a.', '/x?y=/../z', '/...'])
    expect([path, (await send(port, 'GET', path)).text]).toEqual([path, 'read 0'])
  expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: a"b<c>\r\n\r\n')).toContain('MALFORMED_URL')
  expect((await send(port, 'GET', `/${'a'.repeat(9000)}`)).status).toBe(414)
})

test('expectations that nobody meets and tunnels are refused in the same shape', async () => {
  const port = await serve()
  expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\n\r\n')).toMatch(
    /^HTTP\/1.1 417 .*EXPECTATION_FAILED/s,
  )
  expect(await sendRaw(port, 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(
    /^HTTP\/1.1 405 .*METHOD_NOT_ALLOWED/s,
  )
})

test('an unknown method is refused with what is allowed', async () => {
  const port = await serve()
  const answer = await send(port, 'PROPFIND', '/')
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toContain('PATCH')
})

test('a refusal is a page for a browser and data for everybody else, told as securely as all answers', async () => {
  const port = await serve()
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const page = await send(port, 'GET', '/a%00b', browser)
  expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  expect(page.text).toContain('<h1 style="font-size:1.5rem">The address of the request cannot be read.</h1>')
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  expect(codeOf(await send(port, 'GET', '/api/a%00b', browser))).toBe('MALFORMED_URL')
  expect(codeOf(await send(port, 'GET', '/a%00b', { accept: '*/*' }))).toBe('MALFORMED_URL')
})

test('until the framework is ready a request is told to come back, health is not', async () => {
  front = createFront({
    handler: () => undefined,
    routes: { '/api/health/live': async () => ({ status: 200, body: {} }) },
    trustProxy: [],
    policy,
  })
  await new Promise<void>((resolve) => front?.server.listen(0, '127.0.0.1', resolve))
  const { port } = front.server.address() as AddressInfo
  const answer = await send(port, 'GET', '/')
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('2')
  expect((await send(port, 'GET', '/api/health/live')).status).toBe(200)
})

test('health answers GET, HEAD and OPTIONS, and is never cached', async () => {
  const port = await serve()
  const answer = await send(port, 'GET', '/api/health/live')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(JSON.parse(answer.text)).toEqual({ status: 'ok' })
  const head = await send(port, 'HEAD', '/api/health/live')
  expect([head.status, head.text]).toEqual([200, ''])
  expect((await send(port, 'OPTIONS', '/api/health/live')).headers.allow).toBe('GET, HEAD, OPTIONS')
  expect((await send(port, 'POST', '/api/health/live')).status).toBe(405)
})

test("a stranger's forwarded headers are dropped, a trusted proxy's are believed", async () => {
  const echo: Handler = ({ headers }, response) => {
    response.end(
      JSON.stringify([headers['x-real-ip'], headers['x-forwarded-proto'], headers['x-request-id']]),
    )
  }
  const claims = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-request-id': 'abcdefgh-1',
  }
  const stranger = await send(await serve(echo), 'GET', '/', claims)
  expect(JSON.parse(stranger.text).slice(0, 2)).toEqual(['127.0.0.1', null])
  expect(stranger.headers['x-request-id']).not.toBe('abcdefgh-1')
  const proxied = await send(await serve(echo, ['127.0.0.0/8']), 'GET', '/', claims)
  expect(JSON.parse(proxied.text)).toEqual(['203.0.113.9', 'https', 'abcdefgh-1'])
  expect(proxied.headers['x-request-id']).toBe('abcdefgh-1')
})

test('the panel alone asks for the colour scheme', async () => {
  const port = await serve((_, response) => {
    response.setHeader('Critical-CH', 'Sec-CH-Prefers-Color-Scheme')
    response.setHeader('Vary', 'Accept-Encoding, Sec-CH-Prefers-Color-Scheme')
    response.end('ok')
  })
  const site = await send(port, 'GET', '/')
  expect([site.headers.vary, site.headers['critical-ch']]).toEqual(['Accept-Encoding', undefined])
  expect((await send(port, 'GET', '/admin')).headers['critical-ch']).toBeDefined()
})

test('draining finishes what has begun and takes nothing new', async () => {
  const port = await serve(async (_, response) => {
    await sleep(300)
    response.end('done')
  })
  const begun = send(port, 'GET', '/')
  await sleep(100)
  const drained = front?.drain()
  await expect(send(port, 'GET', '/')).rejects.toThrow()
  expect((await begun).text).toBe('done')
  await drained
})

test('an error of the handler is a 500 without details', async () => {
  const port = await serve(() => {
    throw new Error('secret detail')
  })
  const answer = await send(port, 'GET', '/')
  expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL'])
  expect(answer.text).not.toContain('secret')
})

test('each answer says how browsers must treat it, and a stranger chooses no nonce', async () => {
  let nonce: unknown
  const port = await serve((request, response) => {
    nonce = request.headers['content-security-policy']
    response.end()
  })
  const page = await send(port, 'GET', '/a-page', { 'content-security-policy': "script-src 'nonce-mine'" })
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['content-security-policy']).toContain("script-src 'self' 'nonce-")
  expect(nonce).toBe(page.headers['content-security-policy'])
  const data = await send(port, 'GET', '/api/things')
  expect(data.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
})

test('a staging site asks in every answer to stay out of indexes, a live one in none', async () => {
  const port = await serve()
  const headersOf = async () => (await send(port, 'GET', '/feed.xml')).headers['x-robots-tag']
  expect(await headersOf()).toBeUndefined()
  setEnv({ APP_ENV: 'staging' })
  try {
    expect(await headersOf()).toBe('noindex, nofollow')
  } finally {
    setEnv({ APP_ENV: undefined })
  }
})

test('an old address leads on with the query it was asked with', async () => {
  const port = await serve((_, response) => {
    response.setHeader('location', '/new')
    response.writeHead(301)
    response.end()
  })
  expect((await send(port, 'GET', '/old?utm_source=x')).headers.location).toBe('/new?utm_source=x')
})
