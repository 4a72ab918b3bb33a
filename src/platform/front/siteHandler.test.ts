import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { tellUnderstood } from '../http/tellUnderstood'
import { requestContext } from '../requestContext'
import type { Handler } from './createFront'
import { codeOf, send } from './frontKit'
import { siteHandler } from './siteHandler'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(next: Handler, isDev = false): Promise<number> {
  const handler = siteHandler(next, { isDev })
  server = createServer((request, response) => {
    requestContext.run({ requestId: 'x' }, () => void handler(request, response))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const echo: Handler = ({ url }, response) => void response.end(url)

const form = { 'content-type': 'multipart/form-data; boundary=x' }
const call = { 'next-action': '40'.repeat(21) }

/** As Next answers what it fails at. */
const failing =
  (status: number, type: string, headers: OutgoingHttpHeaders = {}): Handler =>
  (_, response) => {
    response.statusCode = status
    for (const [name, value] of Object.entries({ ...headers, 'content-type': type }))
      if (value !== undefined) response.setHeader(name, value)
    response.write('Internal ')
    response.end('Server Error')
  }

test('names of Next are addresses like any other', async () => {
  const port = await serve(echo)
  const heard = async (path: string) => (await send(port, 'GET', path)).text
  expect(await heard('/500')).toBe('/%35%30%30')
  expect(await heard('/_error?a=/404')).toBe('/%5F%65%72%72%6F%72?a=/404')
  expect(await heard('/articles/x.rsc?a=b.rsc')).toBe('/articles/x%2Ersc?a=b.rsc')
  expect(await heard('/x.segments/_tree.segment.rsc')).toBe('/x.segments/_tree.segment%2Ersc')
  for (const path of ['/', '/5000', '/500/x', '/articles/404', '/a.rsc.html', '/_nextdoor'])
    expect(await heard(path)).toBe(path)
})

test('a file that the build has not is missed in few words', async () => {
  const port = await serve(echo)
  for (const path of ['/_next', '/_next/data/x/y.json', '/_next/image?url=%2Fx', '/_next/static/old.js']) {
    const answer = await send(port, 'GET', path)
    expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, 'NOT_FOUND'])
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  expect((await send(await serve(echo, true), 'GET', '/_next/data')).text).toBe('/_next/data')
})

test('a page of another site sends no form and calls nothing', async () => {
  const port = await serve(echo)
  const own = { host: 'site.test:1', origin: 'https://site.test:1' }
  for (const origin of [
    'https://evil.test',
    'null',
    'junk',
    '',
    'https://site.test',
    'https://site.test:1, x',
  ])
    for (const kind of [form, call]) {
      const answer = await send(port, 'POST', '/contact', { ...own, ...kind, origin })
      expect([origin, answer.status, codeOf(answer)]).toEqual([origin, 403, 'ORIGIN_REFUSED'])
    }
  expect((await send(port, 'POST', '/contact', { ...own, ...form })).text).toBe('/contact')
  expect((await send(port, 'POST', '/contact', form)).text).toBe('/contact')
  const proxied = { ...own, ...form, host: 'inside', 'x-forwarded-host': 'site.test:1, inside' }
  expect((await send(port, 'POST', '/contact', proxied)).text).toBe('/contact')
  expect((await send(port, 'GET', '/contact', { origin: 'null' })).text).toBe('/contact')
})

test('a call of an earlier deployment is told so, in the words of Next’s own browser side too', async () => {
  const gone = { 'x-nextjs-action-not-found': '1' }
  for (const status of [400, 409]) {
    const answer = await send(await serve(failing(status, 'text/plain', gone)), 'POST', '/', call)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ACTION_UNKNOWN'])
    expect(answer.headers['x-nextjs-action-not-found']).toBe('1')
  }
  const forwarded = await send(await serve(echo), 'POST', '/', { ...call, 'x-action-forwarded': '1' })
  expect([forwarded.status, codeOf(forwarded)]).toEqual([409, 'ACTION_UNKNOWN'])
  expect(forwarded.headers['x-nextjs-action-not-found']).toBe('1')
  const stale = await send(await serve(failing(409, 'text/plain', gone)), 'POST', '/', form)
  expect([stale.status, codeOf(stale)]).toEqual([409, 'ACTION_UNKNOWN'])
})

test('a form that cannot be read is a 400, not a failure', async () => {
  const none = { 'x-nextjs-action-not-found': '1' }
  const answers = [
    await send(await serve(failing(400, 'text/plain', none)), 'POST', '/', form),
    await send(await serve(failing(500, 'text/plain')), 'POST', '/', form),
    await send(await serve(failing(500, 'text/x-component')), 'POST', '/', call),
    await send(await serve(echo), 'POST', '/', {
      ...call,
      'content-type': 'application/x-www-form-urlencoded',
    }),
  ]
  for (const answer of answers) {
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_FORM'])
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  }
})

test('what fails after it was read stays a failure, without the framework’s bare words', async () => {
  const begun =
    (type: string): Handler =>
    (request, response) => {
      tellUnderstood()
      return failing(500, type)(request, response)
    }
  const page = await send(await serve(begun('text/html')), 'POST', '/', form)
  expect([page.status, page.text]).toEqual([500, 'Internal Server Error'])
  const bare = await send(await serve(begun('text/plain')), 'POST', '/', form)
  expect([bare.status, codeOf(bare)]).toEqual([500, 'INTERNAL'])
  expect(codeOf(await send(await serve(failing(500, 'text/plain')), 'GET', '/'))).toBe('INTERNAL')
})

test('the page of a failure has words for whoever runs no scripts', async () => {
  const shell = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script></script>'
  const drawn =
    (status: number): Handler =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      response.write(Buffer.from(shell))
      response.end('<p>Zoë</p></body></html>')
    }
  const failed = await send(await serve(drawn(500)), 'GET', '/')
  expect(failed.status).toBe(500)
  expect(failed.text).toMatch(/<body><noscript>[\s\S]*Something went wrong\.[\s\S]*<\/noscript><script>/)
  expect(failed.text).toMatch(/<\/script><p>Zoë<\/p><\/body><\/html>$/)
  expect((await send(await serve(drawn(200)), 'GET', '/')).text).not.toContain('noscript')
})

test('a method that a page does not know is refused with those that it knows', async () => {
  const silent =
    (status: number): Handler =>
    (_, response) => {
      response.writeHead(status).end()
    }
  for (const [status, method] of [
    [405, 'POST'],
    [400, 'OPTIONS'],
  ] as const) {
    const answer = await send(await serve(silent(status)), method, '/feed.xml')
    expect([answer.status, codeOf(answer), answer.headers.allow]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'GET, HEAD',
    ])
  }
  expect((await send(await serve(silent(400)), 'GET', '/')).status).toBe(400)
})

test('answers that went well go out as they are', async () => {
  const port = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.flushHeaders()
    response.write('well ')
    response.end('done')
  })
  expect(await send(port, 'POST', '/', form)).toMatchObject({ status: 200, text: 'well done' })
})
