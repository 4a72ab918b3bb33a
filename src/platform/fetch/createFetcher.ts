/** Fetches addresses that strangers name, without letting them reach into our own network. */

import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch, type Response } from 'undici'
import { AppError } from '@/src/platform/errors'

export type FetchLimits = {
  /** Of the answer as it is after decompression. */
  maxBytes?: number
  /** From the first look at the name to the last byte, redirects included. */
  timeoutMs?: number
  /** Media types that are wanted, as the `Accept` header says them. */
  accept?: string
  signal?: AbortSignal
}

export type Fetched = {
  /** Where the answer came from, after redirects. */
  url: string
  contentType: string
  headers: Headers
  data: Buffer
}

export type Fetcher = (address: string, limits?: FetchLimits) => Promise<Fetched>

type Lookup = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export type FetcherOptions = {
  /** Whether a connection to this IP address may be opened. */
  isAllowed: (address: string) => boolean
  lookup?: Lookup
}

const defaults = { maxBytes: 25 * 1024 * 1024, timeoutMs: 30_000, accept: '*/*' }
const maxRedirects = 5
const connectTimeoutMs = 10_000

/**
 * The name is looked up once and every address of the answer is judged before the connection is opened to one of
 * them, so that no later answer can replace it. Redirects are followed by hand and judged anew.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const dispatcher = new Agent({
    connect: guardedConnector(options),
    connections: 6,
    pipelining: 0,
    keepAliveTimeout: 2_000,
    maxHeaderSize: 16 * 1024,
  })
  return async (address, limits = {}) => {
    const { maxBytes, timeoutMs, accept } = { ...defaults, ...limits }
    const signals = [AbortSignal.timeout(timeoutMs), ...(limits.signal ? [limits.signal] : [])]
    const signal = AbortSignal.any(signals)
    try {
      const { url, response } = await follow(address, (url) =>
        fetch(url, { dispatcher, signal, redirect: 'manual', headers: { accept, 'user-agent': userAgent } }),
      )
      const data = await readLimited(response, maxBytes)
      const contentType = response.headers.get('content-type') ?? ''
      return { url: url.href, contentType, headers: response.headers as unknown as Headers, data }
    } catch (error) {
      throw explained(error, address)
    }
  }
}

const userAgent = 'Mozilla/5.0 (compatible; Masthead)'

/** @throws AppError ADDRESS_REFUSED, TOO_MANY_REDIRECTS, FETCH_FAILED */
async function follow(
  address: string,
  get: (url: URL) => Promise<Response>,
): Promise<{ url: URL; response: Response }> {
  let url = webAddress(address)
  for (let count = 0; count <= maxRedirects; count += 1) {
    const response = await get(url)
    const location = response.headers.get('location')
    if (![301, 302, 303, 307, 308].includes(response.status) || !location) {
      if (response.ok) return { url, response }
      await response.body?.cancel()
      throw new AppError('FETCH_FAILED', `${url.host} answered ${response.status}.`, 502, {
        status: response.status,
      })
    }
    await response.body?.cancel()
    url = webAddress(location, url)
  }
  throw new AppError('TOO_MANY_REDIRECTS', `${address} leads on and on.`, 502)
}

function webAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw refused(`“${address.slice(0, 100)}” is no address.`)
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(`${url.protocol} is not fetched.`)
  if (url.username || url.password) throw refused('An address with a password is not fetched.')
  return url
}

function refused(message: string): AppError {
  return new AppError('ADDRESS_REFUSED', message, 400)
}

function guardedConnector({
  isAllowed,
  lookup = systemLookup as Lookup,
}: FetcherOptions): buildConnector.connector {
  const guardedLookup: LookupFunction = (hostname, { all }, callback) => {
    lookup(hostname, { all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const forbidden = found.find(({ address }) => !isAllowed(address))
      const [first] = found
      if (forbidden || !first) return callback(notPublic(hostname), '', 0)
      return all ? callback(null, found) : callback(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ lookup: guardedLookup, timeout: connectTimeoutMs })
  return (options, callback) => {
    // An address in the place of a name is never looked up.
    const host = options.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !isAllowed(host)) return callback(notPublic(host), null)
    return connect(options, callback)
  }
}

function notPublic(host: string): AppError {
  return refused(`${host} is not on the public internet.`)
}

async function readLimited(response: Response, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new AppError('RESPONSE_TOO_LARGE', `Larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`, 502)
  const chunks: Uint8Array[] = []
  let size = 0
  const announced = Number(response.headers.get('content-length'))
  if (announced > maxBytes) {
    await response.body?.cancel()
    throw tooLarge()
  }
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** undici wraps what went wrong, sometimes twice. */
function explained(error: unknown, address: string): unknown {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each instanceof AppError) return each
    if (each.name === 'TimeoutError') {
      return new AppError('FETCH_TIMED_OUT', `${address} did not answer in time.`, 504)
    }
    if (each.name === 'AbortError') return each
  }
  const { cause, message } = error as Error
  const { code, message: reason } = (cause ?? {}) as { code?: string; message?: string }
  return new AppError('HOST_UNREACHABLE', `${address} cannot be reached (${code ?? reason ?? message}).`, 502)
}
