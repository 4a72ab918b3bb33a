/** Which requests may be answered from the cache, and under which name: equal questions have equal names. */
import type { IncomingMessage } from 'node:http'

export interface CacheAddress {
  /** Name of the answer. */
  key: string
  /** The address without what the answer does not depend on. */
  url: string
  isApi: boolean
  /** A foreign page that may read the answer: Payload says so in it. */
  origin?: string
  /** A question of GraphQL, in the words in which it is asked for everybody. */
  question?: {
    body: Buffer
    accept: string
    /** Whether its answer may be asked for by tag: what was asked by POST is not. */
    isTagged: boolean
  }
}

export interface AddressRules {
  /** Whether a path of the API answers everybody alike. */
  isPublicApi: (segments: string[]) => boolean
  /** Origins whose pages may read what the API answers. */
  origins: ReadonlySet<string>
}

/** What REST reads; anything else in a query changes nothing and is dropped. */
const apiParameters =
  /^(depth|limit|page|sort|locale|fallback-locale|fallbackLocale|pagination|count|after|(where|select|populate|joins)(\[.*)?)$/
const searchParameters = /^(q|category|tag|author|from|to|locale|page|limit|prefix|facets)$/
const pageParameters = /^(page|q|category|tag|author|from|to|answer)$/

/** Answers that only some may see are asked for with one of these. */
const privateParameters = /^(draft|trash|token|preview|_rsc)$/
const privateCookies = /(^|;\s*)(payload-token|__prerender_bypass|__next_preview_data)=/
/** Drawn pictures are kept as files, for they would push the pages out. */
const uncachedPaths = /^\/(admin|_next|preview|og|api\/graphql)(\/|$)/

const longestQuery = 2_000

export function addressOf(
  request: IncomingMessage,
  { isPublicApi, origins }: AddressRules,
): CacheAddress | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  if (isPersonal(request)) return undefined
  const { url = '/' } = request
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (uncachedPaths.test(path)) return undefined
  const isApi = path.startsWith('/api/')
  if (isApi && !isPublicApi(path.slice('/api/'.length).split('/'))) return undefined
  const origin = isApi ? originOf(request, origins) : undefined
  if (mark < 0) return { key: keyOf(path, origin), url: path, isApi, origin }
  const query = url.slice(mark + 1)
  if (query.length > longestQuery) return undefined
  const known = knownParameters(query, parametersOf(path, isApi))
  if (known === undefined) return undefined
  const normal = known.length === 0 ? path : `${path}?${known}`
  return { key: keyOf(normal, origin), url: normal, isApi, origin }
}

function parametersOf(path: string, isApi: boolean): RegExp {
  if (!isApi) return pageParameters
  return path === '/api/search' ? searchParameters : apiParameters
}

function keyOf(url: string, origin: string | undefined): string {
  return origin === undefined ? url : `${url} ${origin}`
}

export function originOf({ headers }: IncomingMessage, origins: ReadonlySet<string>): string | undefined {
  const { origin } = headers
  return origin !== undefined && origins.has(origin) ? origin : undefined
}

export function isPersonal({ headers }: IncomingMessage): boolean {
  return (
    headers.authorization !== undefined ||
    headers.range !== undefined ||
    headers.rsc !== undefined ||
    headers['next-action'] !== undefined ||
    (headers.cookie !== undefined && privateCookies.test(headers.cookie))
  )
}

/** Sorted by name; values of one name keep their order. Undefined when one of them is for the few. */
function knownParameters(query: string, known: RegExp): string | undefined {
  const kept: [string, string][] = []
  for (const [name, value] of new URLSearchParams(query)) {
    if (privateParameters.test(name)) return undefined
    if (known.test(name)) kept.push([name, value])
  }
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new URLSearchParams(kept).toString()
}
