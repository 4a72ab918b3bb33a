/** What is asked of each contender, with the names of the issue that set the targets. */
import { terms } from './fillContent'
import type { Ask } from './load'
import type { Writer } from './Writer'

export type Contender = 'bare' | 'payload' | 'uncached' | 'cached'

export type Workload = Partial<Record<Contender, () => Ask>>

/** A cookie that signs nobody in: the cache is for those who have none. */
const uncached = { cookie: 'payload-token=none' }
/** Over many articles, so that not one answer alone is measured. */
export const slugs = 200

const list = '/api/content?limit=10&sort=-publishedAt&depth=1'
const slug = () => `article-${1 + Math.floor(Math.random() * slugs)}`
const term = () => 1 + Math.floor(Math.random() * Math.min(terms.categories, terms.tags))
const bySlug = (of = slug()) => `/api/content?where[slug][equals]=${of}&limit=1&depth=1`
export const byTerms = (n = term()) =>
  `/api/content?where[categories.slug][equals]=category-${n}&where[tags.slug][equals]=tag-${n}&limit=20&page=3&sort=-publishedAt&depth=1`
/** The same terms for all contenders: a category and a tag of other numbers have no article in common. */
const bareByTerms = (n = term()) => `/w3?category=category-${n}&tag=tag-${n}`

const graphql = (): Ask => ({
  path: '/api/graphql',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: `{ Contents(limit: 10, sort: "-publishedAt") { totalDocs docs { id title slug excerpt body preview publishedAt
      readingMinutes authors { id name username } categories { id name slug } tags { id name slug } } } }`,
  }),
})

const everywhere = (ask: () => Ask): Workload => ({
  payload: ask,
  uncached: () => withHeaders(ask(), uncached),
  cached: ask,
})

function withHeaders(ask: Ask, headers: Record<string, string>): Ask {
  return { ...ask, headers: { ...ask.headers, ...headers } }
}

export const reads: Record<string, Workload> = {
  'W1 newest ten': { bare: () => ({ path: '/w1' }), ...everywhere(() => ({ path: list })) },
  'W2 one by slug': {
    bare: () => ({ path: `/w2?slug=${slug()}` }),
    ...everywhere(() => ({ path: bySlug() })),
  },
  'W3 by terms, page 3': {
    bare: () => ({ path: bareByTerms() }),
    ...everywhere(() => ({ path: byTerms() })),
  },
  'W3 without totals': {
    uncached: () => ({ path: `${byTerms()}&count=false`, headers: uncached }),
  },
  'W5 W1 by GraphQL': everywhere(graphql),
}

export const pages: Record<string, Workload> = {
  'home page': { cached: () => ({ path: '/' }) },
  'article page': { cached: () => ({ path: `/articles/${slug()}` }) },
}

/** Asked again with the tag of the answer. */
export async function unchanged(origin: string): Promise<Workload> {
  const { headers } = await fetch(origin + list)
  const tag = headers.get('etag') ?? ''
  return { cached: () => ({ path: list, headers: { 'if-none-match': tag }, status: 304 }) }
}

export interface Writers {
  plain: Writer
  ours: Writer
}

/** Signed in, published at once, with an author, a category and three tags. */
export const creates = ({ plain, ours }: Writers): Workload => ({
  bare: () => ({ path: '/w4', method: 'POST' }),
  payload: () => plain.create(),
  cached: () => ours.create(),
})

/** 5 % creates, 30 % W1, 15 % W3, 50 % W2, and every answer must know what was acknowledged before it was asked for. */
export const mixed = ({ plain, ours }: Writers): Workload => {
  const by = (writer: Writer) => () => {
    const dice = Math.random()
    if (dice < 0.05) return writer.create()
    if (dice < 0.35) return writer.newest(list)
    if (dice < 0.5) return { path: byTerms() }
    return dice < 0.55 ? (writer.own(bySlug) ?? { path: bySlug() }) : { path: bySlug() }
  }
  const bare = () => {
    const dice = Math.random()
    if (dice < 0.05) return { path: '/w4', method: 'POST' as const }
    if (dice < 0.35) return { path: '/w1' }
    if (dice < 0.5) return { path: bareByTerms() }
    return { path: `/w2?slug=${slug()}` }
  }
  return { bare, payload: by(plain), cached: by(ours) }
}
