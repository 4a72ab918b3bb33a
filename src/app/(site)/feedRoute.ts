import type { PayloadRequest } from 'payload'
import { anonymousRequest } from '@/src/app/anonymousRequest'
import { closedAnswer } from '@/src/app/closedAnswer'
import {
  type FeedFormat,
  type FeedScope,
  feedAddress,
  feedTypes,
  readFeed,
  scopePath,
  writeFeed,
} from '@/src/domains/publishing/feeds'
import { findRedirect } from '@/src/domains/publishing/findRedirect'

type Params = Record<string, string | undefined>

/**
 * Answers with a feed, for everyone alike, whoever asks: readers of feeds send no sessions.
 * @param param the part of the address that names the list.
 */
export function feedRoute(of: FeedScope['of'], format: FeedFormat, param = 'slug') {
  return async (request: Request, { params }: { params: Promise<Params | undefined> }): Promise<Response> => {
    const scope = scopeOf(of, (await params)?.[param])
    const page = pageOf(request)
    if (!scope || page === null) return missing()
    const req = await anonymousRequest()
    const closed = await closedAnswer(req)
    if (closed) return closed
    const feed = await readFeed(req, { scope, format, page })
    if (!feed) return (await moved(req, scope, format)) ?? missing()
    return new Response(writeFeed(feed, format), {
      headers: {
        'Content-Type': `${feedTypes[format]}; charset=utf-8`,
        'Last-Modified': feed.updatedAt.toUTCString(),
        // Pages of other sites may read them: they hold what anybody may see.
        'Access-Control-Allow-Origin': '*',
      },
    })
  }
}

function scopeOf(of: FeedScope['of'], segment: string | undefined): FeedScope | null {
  if (of === 'site') return { of }
  const name = decoded(segment ?? '')
  return name && name.length <= 300 && !/\p{Cc}/u.test(name) ? { of, name } : null
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

function pageOf({ url }: Request): number | null {
  const page = new URL(url).searchParams.get('page') ?? '1'
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : null
}

/** Who follows a list goes on following it under its new name. */
async function moved(req: PayloadRequest, scope: FeedScope, format: FeedFormat): Promise<Response | null> {
  const found = await findRedirect(req, { path: scopePath(scope) })
  if (!found?.to.startsWith('/')) return null
  return new Response(null, {
    status: found.statusCode,
    headers: { Location: feedAddress(found.to, format) },
  })
}

function missing(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response('There is no such feed.\n', { status: 404, headers })
}
