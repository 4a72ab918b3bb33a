/** Payload's REST served by the front itself: half the processor time of the same answer through a Next route. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { env } from '../env'
import { JsonAnswer } from '../http/JsonAnswer'
import type { Handler } from './createFront'
import { keptBody, readBody } from './keptBody'

/** Bytes. */
const longestAtOnce = 1024 * 1024

/** A page, and so Next's. */
const nextPaths = /^\/api\/graphql-playground(\/|\?|$)/

export function isApiPath(url: string): boolean {
  return url.startsWith('/api/') && !nextPaths.test(url)
}

export function apiHandler(route: (request: Request) => Promise<Response>): Handler {
  return async (request, response) => {
    if (isShortJson(request) && !keptBody(request) && !(await readWhole(request))) return
    const aborted = new AbortController()
    response.once('close', () => response.writableFinished || aborted.abort())
    await send(await route(requestOf(request, aborted.signal)), response)
  }
}

/** Read at once, for less than as a stream. */
function isShortJson({ method = 'GET', headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? Number.NaN)
  return !['GET', 'HEAD'].includes(method) && length <= longestAtOnce && isJson(headers['content-type'] ?? '')
}

/** @returns false where the sender has left, or was cut off. */
function readWhole(request: IncomingMessage): Promise<boolean> {
  return readBody(request).then(
    () => true,
    () => false,
  )
}

function isJson(type: string): boolean {
  return /^application\/json\b/i.test(type)
}

function requestOf(request: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/' } = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const each of value) headers.append(name, each)
    else if (value !== undefined && !name.startsWith(':')) headers.set(name, value)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(url, env.SITE_URL), {
    method,
    headers,
    signal,
    ...(hasBody ? { body: bodyOf(request), duplex: 'half' } : {}),
  } as RequestInit)
}

function bodyOf(request: IncomingMessage): Uint8Array | ReadableStream {
  const kept = keptBody(request)
  return kept ? new Uint8Array(kept) : (Readable.toWeb(request) as ReadableStream)
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const { status, headers } = answer
  for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  // What somebody may see who signed in is not for caches on the way.
  if (!headers.has('cache-control')) response.setHeader('cache-control', 'private, no-cache')
  response.statusCode = status
  if (answer instanceof JsonAnswer) {
    sendWhole(answer.whole, response)
    return
  }
  const { body } = answer
  if (!body) {
    response.end()
    return
  }
  if (headers.get('content-type')?.match(/^application\/(graphql-response\+)?json/)) {
    sendWhole(Buffer.from(await answer.arrayBuffer()), response)
    return
  }
  // Who leaves in the middle of a file is no failure.
  await pipeline(Readable.fromWeb(body as ReadableStream), response).catch(() => response.destroy())
}

function sendWhole(bytes: Buffer, response: ServerResponse): void {
  response.setHeader('content-length', bytes.length)
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
