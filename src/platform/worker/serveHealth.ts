/** A worker's own small door for those who watch over it: /live, /ready and /metrics. It serves nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { env } from '../env'
import { log } from '../log'
import { metricsType } from '../metrics'
import { mayScrape } from '../metrics/mayScrape'

export interface HealthServerOptions {
  /** 0: any free one. */
  port: number
  host: string
  /** Whether it takes jobs: it has started, reaches the database and was not told to stop. */
  isReady: () => boolean | Promise<boolean>
  metrics: () => Promise<string>
}

export interface HealthServer {
  port: number
  close: () => Promise<void>
}

interface Answer {
  status: number
  body: string
  type?: string
}

/**
 * Several workers of one machine may be given one port: the first has it, the others run without.
 * @returns undefined when the port is taken.
 */
export async function serveHealth(options: HealthServerOptions): Promise<HealthServer | undefined> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    void answer(request, response, options)
  })
  server.keepAliveTimeout = 5_000
  if (!(await listen(server, options))) return undefined
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  log.debug({ port, host: options.host }, 'The worker answers for its health')
  return { port, close: () => close(server) }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HealthServerOptions,
): Promise<void> {
  const { status, body, type } = await answerTo(request, options).catch((error: unknown): Answer => {
    log.error({ err: error }, 'The worker could not answer for its health')
    return failure(500, 'INTERNAL', 'Something went wrong.')
  })
  response.writeHead(status, {
    'content-type': type ?? 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function answerTo(
  request: IncomingMessage,
  { isReady, metrics }: HealthServerOptions,
): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return failure(405, 'METHOD_NOT_ALLOWED', 'This method is not supported.')
  switch (request.url?.split('?')[0]) {
    case '/live':
      return { status: 200, body: JSON.stringify({ status: 'ok' }) }
    case '/ready':
      return (await isReady())
        ? { status: 200, body: JSON.stringify({ status: 'ready' }) }
        : failure(503, 'NOT_READY', 'The worker is starting or stopping, or cannot reach the database.')
    case '/metrics':
      if (!mayRead(request)) return failure(401, 'SIGN_IN_REQUIRED', 'Send METRICS_TOKEN as a bearer token.')
      return { status: 200, body: await metrics(), type: metricsType }
    default:
      return failure(404, 'NOT_FOUND', 'There are /live, /ready and /metrics here.')
  }
}

/** Without a token the machine's own processes may look, and nobody from outside. */
function mayRead({ headers, socket }: IncomingMessage): boolean {
  return env.METRICS_TOKEN ? mayScrape(headers.authorization) : isLoopback(socket.remoteAddress)
}

function isLoopback(address = ''): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}

function failure(status: number, code: string, message: string): Answer {
  return { status, body: JSON.stringify({ errors: [{ message, code }] }) }
}

function listen(server: Server, { port, host }: HealthServerOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      log.warn({ port, host }, 'Another process has the port of the worker’s health; this one answers nobody')
      resolve(false)
    })
    server.listen(port, host, () => resolve(true))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
