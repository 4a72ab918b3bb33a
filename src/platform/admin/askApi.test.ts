import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ApiRefusal, askApi, noAnswer } from './askApi'

/** Where a server answers each request so. */
async function aServer(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/jobs`
}

const silence = { code: noAnswer, message: 'The server does not answer. Try again in a moment.' }

test('a refusal is told in its own words and with its code', async () => {
  const refusing = await aServer((response) =>
    response.writeHead(409).end('{"errors":[{"message":"It runs already.","code":"JOB_RUNS"}]}'),
  )
  await expect(askApi(refusing)).rejects.toMatchObject({ code: 'JOB_RUNS', message: 'It runs already.' })
  const silent = await aServer((response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))
  await expect(askApi(silent)).rejects.toMatchObject({ message: 'The server answered 502.' })
})

test('half an answer is never taken for a whole one', async () => {
  const cut = await aServer((response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"counts":', () => response.destroy())
  })
  await expect(askApi(cut)).rejects.toMatchObject(silence)
  const page = await aServer((response) => response.end('<h1>Sign in to the network</h1>'))
  await expect(askApi(page)).rejects.toBeInstanceOf(ApiRefusal)
})

test('a question given up while its answer is on the way comes to nothing', async () => {
  const given = new AbortController()
  const slow = await aServer((response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"counts":')
    setTimeout(() => given.abort(), 20)
  })
  await expect(askApi(slow, { signal: given.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('a server that is not there is said to be silent', async () => {
  await expect(askApi('http://127.0.0.1:9/')).rejects.toMatchObject(silence)
})
