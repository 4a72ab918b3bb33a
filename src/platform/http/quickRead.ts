import {
  createPayloadRequest,
  type Endpoint,
  findOperation,
  headersWithCors,
  type PayloadRequest,
  parseParams,
  type SanitizedConfig,
} from 'payload'
import { takeWrittenTexts } from '../WrittenText'
import { JsonAnswer } from './JsonAnswer'

/** `/api/content`, `/api/content/0193…`: the two addresses that nearly all reads have. */
const form = /^\/api\/([a-z0-9-]+)(?:\/([0-9a-f-]{36}))?$/

/**
 * A read of a collection without Payload's search through all its endpoints, which compiles each of their paths anew,
 * and without a second copy of the answer. The endpoint, the request and the rights are the same.
 * @returns undefined for anything else and for failures, which Payload's own way then tells as ever.
 */
export async function quickRead(config: SanitizedConfig, request: Request): Promise<Response | undefined> {
  if (request.method !== 'GET') return undefined
  const [, slug = '', id] = form.exec(pathOf(request.url)) ?? []
  const collection = config.collections.find((each) => each.slug === slug)
  const handler = collection?.endpoints && handlerOf(collection.endpoints, id === undefined ? '/' : '/:id')
  if (!handler) return undefined
  try {
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config,
      request,
      params: { collection: slug, ...(id === undefined ? {} : { id }) } as { collection: string },
    })
    const answer = handler.name === findHandler ? await list(req, slug) : await handler(req)
    for (const [name, value] of req.responseHeaders ?? []) answer.headers.append(name, value)
    headersWithCors({ headers: answer.headers, req })
    return answer
  } catch {
    return undefined
  }
}

/** Payload's own, whose answer is not made a stream of first. */
const findHandler = 'findHandler'

async function list(req: PayloadRequest, slug: string): Promise<Response> {
  const collections = req.payload.collections as Record<
    string,
    Parameters<typeof findOperation>[0]['collection']
  >
  const collection = collections[slug]
  if (!collection) throw new Error(`There is no collection ${slug}`)
  takeWrittenTexts(req)
  const { depth, draft, joins, limit, page, pagination, populate, select, sort, trash, where } = parseParams(
    req.query,
  )
  return new JsonAnswer(
    await findOperation({
      collection,
      depth,
      draft,
      joins,
      limit,
      page,
      pagination,
      populate,
      req,
      select,
      sort,
      trash,
      where,
    } as Parameters<typeof findOperation>[0]),
  )
}

function pathOf(url: string): string {
  const begin = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', begin)
  return end < 0 ? url.slice(begin) : url.slice(begin, end)
}

/** Undefined where an endpoint with another parameter comes first. */
function handlerOf(endpoints: Omit<Endpoint, 'root'>[], path: '/' | '/:id'): Endpoint['handler'] | undefined {
  const isRival = (other: string) => (path === '/' ? other === '/' : /^\/:\w+$/.test(other))
  const first = endpoints.find((endpoint) => endpoint.method === 'get' && isRival(endpoint.path))
  return first?.path === path ? first.handler : undefined
}
