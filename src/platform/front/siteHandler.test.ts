import { createServer, request as httpRequest, type OutgoingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Handler } from './createFront'
import { siteHandler } from './siteHandler'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(next: Handler, isDev = false): Promise<number> {
  const handler = siteHandler(next, { isDev })
  server = createServer((request, response) => {
    void handler(request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

type Answer = { status: number; type: string | undefined; headers: NodeJS.Dict<unknown>; text: string }

function send(port: number, method: string, path: string, headers: OutgoingHttpHeaders = {}, body = '') {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method, path, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      const type = response.headers['content-type']
      resolve({ status: response.statusCode ?? 0, type, headers: response.headers, text })
    })
    request.on('error', reject)
    request.end(body)
  })
}

const echo: Handler = ({ url }, response) => void response.end(url)
const codeOf = ({ text }: Answer) => JSON.parse(text).errors[0].code

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
