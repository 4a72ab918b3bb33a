import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveFiles } from './serveFiles'

const script = 'console.log("kept for a year")'
let folder = ''
let server: Server

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'))
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(join(folder, 'static/chunks/a1.js'), script)
  writeFileSync(join(folder, 'static/chunks/a1.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'secret.txt'), 'not for you')
  const handler = serveFiles({ '/_next/static/': join(folder, 'static') }, (request, response) => {
    response.statusCode = 404
    response.end(`next ${request.url}`)
  })
  server = createServer((request, response) => void handler(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers })

test('a file goes out compressed to who reads that, and is kept for ever', async () => {
  const answer = await get('/_next/static/chunks/a1.js', { 'accept-encoding': 'br' })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable')
  expect(answer.headers.get('content-type')).toContain('javascript')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(await answer.text()).toBe(script)
  const plain = await get('/_next/static/chunks/a1.js', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(script)
})

test('what is not there, or not below the folder, is the next one’s to answer', async () => {
  for (const path of ['/_next/static/chunks/b2.js', '/_next/static/..%2fsecret.txt', '/elsewhere']) {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([404, `next ${path}`])
  }
})
