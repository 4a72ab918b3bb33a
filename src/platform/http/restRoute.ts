import { handleEndpoints, type SanitizedConfig } from 'payload'
import { isDefinedEndpoint } from './defineEndpoint'
import { quickRead } from './quickRead'
import { statusCodes } from './statusCodes'
import { unreadableBody } from './unreadableBody'
import { withMethod } from './withMethod'

type Route = (request: Request) => Promise<Response>

/** Collections that also take PUT for an update. Source: SPEC, "also PUT as the sources use it". */
const takesPut = new Set(['content', 'categories', 'tags'])

/** The one POST that Payload may read as a GET: the panel's long queries. */
const overrideHeader = 'x-payload-http-method-override'

/**
 * Payload's REST in front of which we stand: HEAD is answered, PUT updates, and every failure has the one shape
 * `{ errors: [{ message, code }] }`, also where no route matched and Payload's hooks do not run.
 */
export function restRoute(config: Promise<SanitizedConfig>): Route {
  const rest = async (request: Request, { pathname }: URL) => {
    const settled = await config
    if (isUnserved(settled, pathname)) return failure(404, 'NOT_FOUND', 'There is no such route.')
    return (await quickRead(settled, request)) ?? handleEndpoints({ config: settled, request })
  }
  return async (request) => {
    if (isForbiddenOverride(request)) {
      return failure(400, 'METHOD_OVERRIDE_REFUSED', 'Only a POST may be read as a GET.')
    }
    const url = new URL(request.url)
    if (url.searchParams.has('where') && !isOurs(await config, url)) {
      return failure(400, 'INVALID_INPUT', 'A filter is written where[field][operator]=value.')
    }
    try {
      if (goesDeep(url)) return await rest(lessDeep(request, url), url)
      if (request.method === 'HEAD') return withoutBody(await rest(withMethod(request, 'GET'), url))
      if (request.method === 'PUT' && isUpdate(url)) return await rest(withMethod(request, 'PATCH'), url)
      return await inOneShape(await rest(request, url))
    } catch (error) {
      const unreadable = unreadableBody(error)
      if (unreadable) return failure(400, unreadable.code, unreadable.message)
      if (error instanceof URIError)
        return failure(400, 'BAD_REQUEST', 'The address is not encoded properly.')
      throw error
    }
  }
}

/**
 * What Payload fails at: names that every object has, which it takes for collections, and the confirmation of an
 * address where accounts need none.
 */
function isUnserved({ collections }: SanitizedConfig, pathname: string): boolean {
  const [, , first = '', second] = pathname.split('/')
  if (first in Object.prototype) return true
  return second === 'verify' && collections.some(({ slug, auth }) => slug === first && auth && !auth.verify)
}

/** Our own endpoints look at what they are given themselves, after they asked who is there. */
function isOurs({ collections }: SanitizedConfig, { pathname }: URL): boolean {
  const [, , first, ...rest] = pathname.split('/')
  const endpoints = collections.find(({ slug }) => slug === first)?.endpoints || []
  return endpoints.some((each) => isDefinedEndpoint(each) && each.path === `/${rest.join('/')}`)
}

/** Payload lets nobody bound the depth of a global by who asks; what the panel needs it reads by itself. */
const deepestGlobal = 2

function goesDeep({ pathname, searchParams }: URL): boolean {
  return pathname.startsWith('/api/globals/') && Number(searchParams.get('depth')) > deepestGlobal
}

function lessDeep(request: Request, url: URL): Request {
  url.searchParams.set('depth', String(deepestGlobal))
  return new Request(url, request)
}

function isUpdate({ pathname }: URL): boolean {
  const [, , collection = '', id, ...rest] = pathname.split('/')
  return takesPut.has(collection) && Boolean(id) && rest.length === 0
}

/** Payload would also follow the other header of this kind. */
function isForbiddenOverride(request: Request): boolean {
  if (request.headers.has('x-http-method-override')) return true
  const override = request.headers.get(overrideHeader)
  return override !== null && !(override === 'GET' && request.method === 'POST')
}

function withoutBody(response: Response): Response {
  return new Response(null, { status: response.status, headers: response.headers })
}

/** Payload answers an unknown route with `{ message }` alone. */
async function inOneShape(response: Response): Promise<Response> {
  const isPlain = response.headers.get('content-type')?.startsWith('application/json') === true
  if (response.status < 400 || !isPlain) return response
  const body: unknown = await response.clone().json()
  if (typeof body !== 'object' || body === null || 'errors' in body || !('message' in body)) return response
  const code = statusCodes[response.status] ?? 'BAD_REQUEST'
  return failure(response.status, code, String(body.message), response.headers)
}

function failure(status: number, code: string, message: string, headers = new Headers()): Response {
  const kept = new Headers(headers)
  kept.delete('content-length')
  kept.set('content-type', 'application/json')
  return new Response(JSON.stringify({ errors: [{ message, code }] }), { status, headers: kept })
}
