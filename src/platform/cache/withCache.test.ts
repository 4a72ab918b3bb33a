import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { requestContext } from '../requestContext'
import { AnswerCache } from './AnswerCache'
import { withCache } from './withCache'

let server: Server | undefined

afterEach(() => server?.close())

type Make = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A site whose pages are all made of the collection `things`. */
async function aSite(make: Make): Promise<{ port: number; cache: AnswerCache }> {
  const cache = new AnswerCache(1_000_000)
  cache.isOpen = true
  const handler = withCache(
    async (request, response) => {
      requestContext.getStore()?.reads?.collection('things')
      await make(request, response)
    },
    { cache, isPublicApi: () => true, origins: new Set() },
  )
  server = createServer((request, response) => {
    requestContext.run({ requestId: 'test' }, () => void handler(request, response))
  })
  const port = await new Promise<number>((resolve) => {
    server?.listen(0, '127.0.0.1', () => {
      const address = server?.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { port, cache }
}

async function get(port: number, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  return {
    how: answer.headers.get('x-cache'),
    status: answer.status,
    text: await answer.text(),
    headers: answer.headers,
  }
}

test('a visitor who leaves in the middle keeps nobody else waiting', async () => {
  let asked = 0
  const { port } = await aSite(async (request, response) => {
    asked += 1
    response.setHeader('content-type', 'text/html')
    response.write('begun')
    await sleep(100)
    // As Next does it: once the socket is gone it stops and never ends the response.
    if (!request.socket.destroyed) response.end(' and done')
  })
  const leaving = connect(port, '127.0.0.1')
  leaving.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n')
  await sleep(30)
  leaving.destroy()
  const patient = await get(port, '/slow')
  expect(patient.text).toBe('begun and done')
  expect(asked).toBe(2)
  expect((await get(port, '/slow')).how).toBe('hit')
})

test('what one visitor brings shapes no answer for others', async () => {
  const { port } = await aSite(async (request, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end(JSON.stringify([...Object.keys(request.headers).sort(), request.headers['user-agent']]))
  })
  const first = await get(port, '/', {
    cookie: 'theme=dark',
    'user-agent': 'somebody',
    'accept-language': 'de',
    'x-masthead-path': '/de',
  })
  expect(JSON.parse(first.text)).toEqual(['connection', 'host', 'user-agent', 'Masthead'])
  expect((await get(port, '/', { cookie: 'payload-token=x' })).how).toBeNull()
})

test('a failure is nobody else’s answer', async () => {
  let asked = 0
  const { port } = await aSite(async (_, response) => {
    asked += 1
    response.statusCode = asked === 1 ? 500 : 200
    response.setHeader('content-type', 'text/plain')
    response.end(`answer ${asked}`)
  })
  expect((await get(port, '/')).status).toBe(500)
  expect((await get(port, '/')).text).toBe('answer 2')
  expect((await get(port, '/')).text).toBe('answer 2')
})

test('what changes while an answer is made keeps it from being kept', async () => {
  let asked = 0
  const { port, cache } = await aSite(async (_, response) => {
    asked += 1
    if (asked === 1) cache.drop(['c:things'])
    response.setHeader('content-type', 'text/plain')
    response.end(`answer ${asked}`)
  })
  expect((await get(port, '/')).text).toBe('answer 1')
  expect((await get(port, '/')).text).toBe('answer 2')
  expect((await get(port, '/')).how).toBe('hit')
})

test('many who ask while things change again and again are answered by two, and none by an answer from before', async () => {
  let asked = 0
  const { port, cache } = await aSite(async (_, response) => {
    asked += 1
    const nth = asked
    await sleep(400)
    if (nth <= 2) cache.drop(['c:things'])
    response.setHeader('content-type', 'text/plain')
    response.end(`answer ${nth}`)
  })
  const first = get(port, '/')
  await sleep(20)
  const others = await Promise.all(Array.from({ length: 20 }, () => get(port, '/')))
  expect((await first).text).toBe('answer 1')
  expect(new Set(others.map(({ text }) => text))).toEqual(new Set(['answer 2']))
  expect((await get(port, '/')).text).toBe('answer 3')
  expect(asked).toBe(3)
})

test('what is made for one alone keeps nobody waiting in a row', async () => {
  const { port } = await aSite(async (_, response) => {
    await sleep(100)
    response.setHeader('set-cookie', 'own=1')
    response.setHeader('content-type', 'text/plain')
    response.end('own')
  })
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: 20 }, () => get(port, '/')))
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test('a tag that is known gets 304, a head no body, and compressed forms are one answer', async () => {
  const { port } = await aSite(async (_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end('words '.repeat(500))
  })
  const first = await get(port, '/')
  const tag = first.headers.get('etag') ?? ''
  expect((await get(port, '/', { 'if-none-match': tag })).status).toBe(304)
  const packed = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': 'br' } })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(await packed.text()).toBe('words '.repeat(500))
  const head = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' })
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0)
  expect(await head.text()).toBe('')
})

test('an answer that sets a cookie is nobody else’s', async () => {
  const { port } = await aSite(async (_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.setHeader('set-cookie', 'seen=1')
    response.end('for you')
  })
  await get(port, '/')
  expect((await get(port, '/')).how).toBeNull()
})

test('what is not there is kept for seconds only', async () => {
  const { port } = await aSite(async (_, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/plain')
    response.end('nothing')
  })
  expect((await get(port, '/')).status).toBe(404)
  expect((await get(port, '/')).how).toBe('hit')
  await sleep(5_100)
  expect((await get(port, '/')).how).toBe('miss')
}, 10_000)

test('a hundred who ask at once are answered by one', async () => {
  let asked = 0
  const { port } = await aSite(async (_, response) => {
    asked += 1
    await sleep(20)
    response.setHeader('content-type', 'text/plain')
    response.end('one for all')
  })
  const answers = await Promise.all(Array.from({ length: 100 }, () => get(port, '/')))
  expect(asked).toBe(1)
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['one for all']))
})
