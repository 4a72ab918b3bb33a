/** The front's own answers: in the shape of Payload's errors, and a page for a browser. */
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalPage } from './refusalPage'

export type FrontRefusal = { status: number; code: string; message: string }

export const refusals = {
  malformedUrl: { status: 400, code: 'MALFORMED_URL', message: 'The address of the request cannot be read.' },
  malformedRequest: { status: 400, code: 'MALFORMED_REQUEST', message: 'The request is not valid HTTP.' },
  brokenForm: { status: 400, code: 'INVALID_FORM', message: 'The form cannot be read.' },
  foreignOrigin: { status: 403, code: 'ORIGIN_REFUSED', message: 'Pages of other sites cannot do this.' },
  noFile: { status: 404, code: 'NOT_FOUND', message: 'There is no such file.' },
  badMethod: { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'This method is not supported.' },
  slow: { status: 408, code: 'REQUEST_TIMEOUT', message: 'The request took too long to arrive.' },
  unknownAction: {
    status: 409,
    code: 'ACTION_UNKNOWN',
    message: 'The page is of another version of the site: load it again.',
  },
  largeBody: { status: 413, code: 'BODY_TOO_LARGE', message: 'The body of the request is too large.' },
  longUrl: { status: 414, code: 'URL_TOO_LONG', message: 'The address of the request is too long.' },
  expectation: {
    status: 417,
    code: 'EXPECTATION_FAILED',
    message: 'What the request expects is not supported.',
  },
  largeHeaders: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers of the request are too large.',
  },
  failed: { status: 500, code: 'INTERNAL', message: 'Something went wrong.' },
  notReady: {
    status: 503,
    code: 'NOT_READY',
    message: 'The site is starting or stopping; try again in a moment.',
  },
} satisfies Record<string, FrontRefusal>

const lingerMs = 1_000

const statusTexts: Record<number, string> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers and closes: what the client still sends is not read. */
export function refuse(
  response: ServerResponse,
  refusal: FrontRefusal,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const isPage = isForBrowser(response)
  const body = isPage ? refusalPage(refusal) : bodyOf(refusal)
  lingerBeforeClosing(response)
  response.writeHead(refusal.status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Somebody looks at it: a script that fetches names other kinds, or any. */
function isForBrowser({ req: { headers, url = '' } }: ServerResponse): boolean {
  return headers.accept?.startsWith('text/html') === true && !/^\/(api|_next)([/?]|$)/.test(url)
}

/** A connection closed while the client still sends is reset, and the client never reads why. */
function lingerBeforeClosing({ socket }: ServerResponse): void {
  if (!socket) return
  socket.destroySoon = () => {
    socket.end()
    setTimeout(() => socket.destroy(), lingerMs).unref()
  }
}

/** For requests that did not get as far as a response object. */
export function refuseSocket(socket: Duplex, refusal: FrontRefusal): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const body = bodyOf(refusal)
  const head = [
    `HTTP/1.1 ${refusal.status} ${statusTexts[refusal.status] ?? 'Error'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function bodyOf({ code, message }: FrontRefusal): string {
  return JSON.stringify({ errors: [{ message, code }] })
}
