/** A server of our own stands for the internet: its one address is allowed, everything else is judged as usual. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFetcher } from './createFetcher'
import { fetchPublic } from './fetchPublic'
import { isPublicAddress } from './isPublicAddress'

const theirs = '127.0.0.1'
let server: Server
let port: number
let answer: RequestListener
let looked: string[]
let addresses: Record<string, string[]>

const fetchTheirs = createFetcher({
  isAllowed: (address) => address === theirs || isPublicAddress(address),
  lookup: (hostname, _options, callback) => {
    looked.push(hostname)
    const found = addresses[hostname] ?? []
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
})

beforeEach(async () => {
  looked = []
  addresses = { 'public.test': [theirs] }
  server = createServer((req, res) => answer(req, res))
  await new Promise<void>((resolve) => server.listen(0, theirs, resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const at = (path = '/', host = 'public.test') => `http://${host}:${port}${path}`

test.each([
  '127.0.0.1',
  '127.8.9.1',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.170',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '3fff::1',
  'localhost',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost/',
  'file:///etc/passwd',
  'ftp://example.com/',
  'http://user:secret@example.com/',
  'gopher://example.com',
  'no address',
])('%s is refused', async (address) => {
  await expect(fetchPublic(address)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

test('a name that leads into our network is refused, even when one of its addresses is public', async () => {
  addresses['inside.test'] = ['10.0.0.7']
  addresses['both.test'] = [theirs, '192.168.0.1']
  for (const host of ['inside.test', 'both.test', 'unknown.test'])
    await expect(fetchTheirs(at('/', host))).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

test('a name is looked up once: a second answer cannot replace the one that was judged', async () => {
  answer = (_req, res) => res.end('fine')
  addresses['rebinding.test'] = [theirs]
  const fetched = fetchTheirs(at('/', 'rebinding.test'))
  queueMicrotask(() => {
    addresses['rebinding.test'] = ['169.254.169.254']
  })
  expect((await fetched).data.toString()).toBe('fine')
  expect(looked).toEqual(['rebinding.test'])
})

test.each([
  'http://127.0.0.2/',
  'http://169.254.169.254/',
  'http://inside.test/',
  'file:///etc/passwd',
  'http://a:b@public.test/',
])('a redirect to %s is refused', async (location) => {
  addresses['inside.test'] = ['10.0.0.7']
  answer = (_req, res) => res.writeHead(302, { location }).end()
  await expect(fetchTheirs(at())).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
})

test('a redirect within the public is followed, and an endless one is not', async () => {
  answer = ({ url }, res) =>
    url === '/end'
      ? res.end('here')
      : res.writeHead(301, { location: url === '/loop' ? '/loop' : '/end' }).end()
  expect(await fetchTheirs(at('/start'))).toMatchObject({ url: at('/end') })
  await expect(fetchTheirs(at('/loop'))).rejects.toMatchObject({ code: 'TOO_MANY_REDIRECTS' })
})

test('an answer over the limit is cut off, announced or not, packed or not', async () => {
  const large = Buffer.alloc(200_000)
  const limits = { maxBytes: 100_000 }
  answer = ({ url }, res) => {
    if (url === '/announced') res.writeHead(200, { 'content-length': large.length }).end(large)
    else if (url === '/packed') res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large))
    else res.write(large, () => res.end())
  }
  for (const path of ['/announced', '/packed', '/streamed'])
    await expect(fetchTheirs(at(path), limits)).rejects.toMatchObject({ code: 'RESPONSE_TOO_LARGE' })
})

test('an answer that never ends, and one that never begins, is given up', async () => {
  answer = ({ url }, res) => {
    if (url === '/dripping') res.write('a')
  }
  for (const path of ['/dripping', '/silent'])
    await expect(fetchTheirs(at(path), { timeoutMs: 300 })).rejects.toMatchObject({ code: 'FETCH_TIMED_OUT' })
})

test('a refusal of the other side and an absent one are told apart', async () => {
  answer = (_req, res) => res.writeHead(404).end()
  await expect(fetchTheirs(at())).rejects.toMatchObject({ code: 'FETCH_FAILED', data: { status: 404 } })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await expect(fetchTheirs(at())).rejects.toMatchObject({ code: 'HOST_UNREACHABLE' })
})

test('no cookies or passwords travel, and the kind of the answer is told', async () => {
  let seen: Record<string, unknown> = {}
  answer = ({ headers }, res) => {
    seen = headers
    res.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'a=b' }).end('png')
  }
  await fetchTheirs(at())
  expect(await fetchTheirs(at())).toMatchObject({ contentType: 'image/png', data: Buffer.from('png') })
  expect(Object.keys(seen)).not.toContain('cookie')
})
