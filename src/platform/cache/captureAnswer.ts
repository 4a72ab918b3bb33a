import type { IncomingMessage, ServerResponse } from 'node:http'
import { settleStatus } from '../front/applyPageStatus'
import type { Handler } from '../front/createFront'
import { Answer } from './Answer'

/** Larger answers are files; they are passed on as they come. */
const largest = 4 * 1024 * 1024

/**
 * Lets a handler answer into memory.
 * @returns undefined when the answer went out by itself, for it was too large or came in pieces over time.
 */
export function captureAnswer(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let hasEnded = false
    const own = {
      writeHead: response.writeHead,
      write: response.write,
      end: response.end,
      flushHeaders: response.flushHeaders,
    }
    const restore = () => Object.assign(response, own)
    const keep = (chunk: unknown, encoding?: unknown) => {
      if (chunk === undefined || chunk === null || typeof chunk === 'function') return
      const bytes =
        typeof chunk === 'string'
          ? Buffer.from(chunk, encodingOf(encoding))
          : Buffer.from(chunk as Uint8Array)
      chunks.push(bytes)
      size += bytes.length
    }
    const passOn = () => {
      restore()
      for (const chunk of chunks) response.write(chunk)
      resolve(undefined)
    }
    response.flushHeaders = () => {}
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status
      const headers = rest.find((each) => typeof each === 'object' && each !== null)
      if (headers) setHeaders(response, headers)
      return response
    }) as typeof response.writeHead
    response.write = ((chunk: unknown, encoding?: unknown, done?: () => void) => {
      keep(chunk, encoding)
      if (size > largest) passOn()
      const callback = typeof encoding === 'function' ? encoding : done
      if (callback) queueMicrotask(callback as () => void)
      return true
    }) as typeof response.write
    response.end = ((chunk?: unknown, encoding?: unknown, done?: () => void) => {
      keep(chunk, encoding)
      hasEnded = true
      restore()
      const status = settleStatus(response, response.statusCode)
      const answer = new Answer(status, takeHeaders(response), Buffer.concat(chunks))
      const callback = [chunk, encoding, done].find((each) => typeof each === 'function')
      if (callback) response.once('finish', callback as () => void)
      resolve(answer)
      return response
    }) as typeof response.end
    // Whoever asked has left: the framework stops in the middle and says nothing.
    response.once('close', () => {
      hasEnded = true
      restore()
      resolve(undefined)
    })
    Promise.resolve(handler(request, response)).then(
      // What comes later goes out by itself.
      () => setImmediate(() => !hasEnded && passOn()),
      (error: unknown) => {
        restore()
        reject(error)
      },
    )
  })
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'
}

function setHeaders(response: ServerResponse, headers: object): void {
  const entries = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers)
  for (const [name, value] of entries) if (value !== undefined) response.setHeader(name, value)
}

function pairsOf(flat: unknown[]): [string, string][] {
  if (Array.isArray(flat[0])) return flat as [string, string][]
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name), String(flat[index + 1])]] : [],
  ) as [string, string][]
}

/** Of this connection or this request only. */
const passing = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'x-request-id',
  'etag',
  'cache-control',
])

function takeHeaders(response: ServerResponse): Answer['headers'] {
  const taken: Answer['headers'] = []
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (value === undefined || passing.has(name)) continue
    taken.push([name, typeof value === 'number' ? String(value) : value])
    response.removeHeader(name)
  }
  for (const name of ['etag', 'cache-control', 'content-length', 'transfer-encoding'])
    response.removeHeader(name)
  return taken
}
