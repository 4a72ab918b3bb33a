/** The small server before Next: limits, request ids, log lines and answers that need no framework. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { log } from '../log'
import { observeRequest } from '../metrics'
import { requestContext } from '../requestContext'
import { applyPageStatus } from './applyPageStatus'
import type { ContentPolicy } from './contentPolicy'
import { dropRouterHeaders } from './dropRouterHeaders'
import { guardBody } from './guardBody'
import { bodyLimitsOf, maxHeaderBytes, maxHeaderCount, maxUrlLength, timeouts } from './limits'
import { settleOrigin, trustedProxies } from './proxies'
import { type FrontRefusal, refusals, refuse, refuseSocket } from './refusals'
import { secureHeaders } from './secureHeaders'
import { stripColourSchemeHints } from './stripColourSchemeHints'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** An answer of the front itself: JSON, never cached. */
export type FrontRoute = () => Promise<{ status: number; body: unknown }>

export type FrontOptions = {
  /** Undefined until the framework behind the front is ready. */
  handler: () => Handler | undefined
  routes: Record<string, FrontRoute>
  trustProxy: string[]
  policy: ContentPolicy
}

export type Front = {
  server: Server
  /** Takes no new requests and resolves when those begun are answered. */
  drain(): Promise<void>
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const slowMs = 1_000
const panelPath = /^\/admin(\/|$)/

export function createFront(options: FrontOptions): Front {
  const isTrusted = trustedProxies(options.trustProxy)
  const receive: Handler = (request, response) => {
    settleOrigin(request, isTrusted)
    const requestId = requestIdOf(request)
    request.headers['x-request-id'] = requestId
    response.setHeader('x-request-id', requestId)
    requestContext.run({ requestId }, () => {
      logWhenDone(request, response)
      void answer(request, response, options)
    })
  }
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: 5_000,
    },
    receive,
  )
  server.keepAliveTimeout = timeouts.keepAliveMs
  // Node would drop what is above its count and go on; we count ourselves and refuse.
  server.maxHeadersCount = 0
  server.on('checkContinue', receive)
  server.on('checkExpectation', (_, response) => refuse(response, refusals.expectation))
  server.on('connect', (_, socket) => refuseSocket(socket, refusals.badMethod))
  server.on('clientError', refuseBrokenRequest)
  return { server, drain: () => drain(server) }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const path = pathOf(request)
  secureHeaders(request, response, { path, policy: options.policy })
  const refusal = refusalOf(request)
  if (refusal) return refuse(response, refusal, refusal.status === 405 ? { allow: methods.join(', ') } : {})
  const route = options.routes[path]
  if (route) return answerRoute(request, response, route)
  const handler = options.handler()
  if (!handler) return refuse(response, refusals.notReady, { 'retry-after': '2' })
  if (!guardBody(request, response, bodyLimitsOf(request, path))) return
  if (request.headers.expect === '100-continue') response.writeContinue()
  const isPanel = panelPath.test(path)
  if (!isPanel) stripColourSchemeHints(response)
  dropRouterHeaders(request, { isPanel })
  applyPageStatus(response)
  try {
    await handler(request, response)
  } catch (error) {
    if (!response.writableEnded) log.error({ err: error }, 'The request failed')
    if (!response.writableEnded && response.headersSent) response.destroy()
    else if (!response.writableEnded) refuse(response, refusals.failed)
  }
}

function refusalOf(request: IncomingMessage): FrontRefusal | undefined {
  const url = request.url ?? ''
  if (!methods.includes(request.method ?? '') || isPageWrite(request)) return refusals.badMethod
  if (request.rawHeaders.length / 2 > maxHeaderCount) return refusals.largeHeaders
  if (url.length > maxUrlLength) return refusals.longUrl
  if (!isPlain(url) || !isHost(request.headers.host)) return refusals.malformedUrl
  return undefined
}

/** Pages are read, and take forms. */
function isPageWrite({ method = '', url = '' }: IncomingMessage): boolean {
  return ['PUT', 'PATCH', 'DELETE'].includes(method) && !/^\/(api|admin)(\/|\?|$)/.test(url)
}

/** Segments that a client resolves before it asks. */
const dotSegment = /[/\\]\.\.?([/\\]|$)/

/** Whether it is one address to everybody who reads it: what we take for a page must not be the panel to Next. */
function isPlain(url: string): boolean {
  if (!url.startsWith('/') || url.includes('#')) return false
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '')
    return !path.includes('\0') && !dotSegment.test(path)
  } catch {
    return false
  }
}

function isHost(host: string | undefined): boolean {
  return host === undefined || /^[\w.:[\]-]{1,255}$/.test(host)
}

function pathOf({ url = '' }: IncomingMessage): string {
  const path = url.split('?')[0] ?? ''
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}

async function answerRoute(
  request: IncomingMessage,
  response: ServerResponse,
  route: FrontRoute,
): Promise<void> {
  const allowed = 'GET, HEAD, OPTIONS'
  const { method = '' } = request
  if (method === 'OPTIONS') {
    response.writeHead(204, { allow: allowed }).end()
    return
  }
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, refusals.badMethod, { allow: allowed })
  const { status, body } = await route().catch((error: unknown) => {
    log.error({ err: error }, 'A route of the front failed')
    return {
      status: 500,
      body: { errors: [{ message: refusals.failed.message, code: refusals.failed.code }] },
    }
  })
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(method === 'HEAD' ? undefined : text)
}

/** A proxy's id goes on; a stranger's was dropped with his other claims. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID()
}

function logWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now()
  const { method, url } = request
  response.once('close', () => {
    const ms = Math.round(performance.now() - startedAt)
    const status = response.writableFinished ? response.statusCode : 499
    observeRequest(method, status, (performance.now() - startedAt) / 1000)
    const level = status === 503 ? 'warn' : status >= 500 ? 'error' : ms > slowMs ? 'info' : 'debug'
    log[level]({ method, path: url?.split('?')[0], status, ms }, 'Request')
  })
}

function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  const byCode: Record<string, FrontRefusal> = {
    HPE_HEADER_OVERFLOW: refusals.largeHeaders,
    ERR_HTTP_REQUEST_TIMEOUT: refusals.slow,
  }
  if (error.code === 'ECONNRESET') socket.destroy()
  else refuseSocket(socket, byCode[error.code ?? ''] ?? refusals.malformedRequest)
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Connections that become idle while the last answers go out.
    setInterval(() => server.closeIdleConnections(), 200).unref()
  })
}
