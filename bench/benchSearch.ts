/** Fifty queries against a hundred thousand articles, through the REST stack of this process: no cache, nothing kept. */
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { restRoute } from '@/src/platform/http/restRoute'
import { fillArticles } from './search/fillArticles'
import { queries } from './search/queries'

export interface SearchFigures {
  articles: number
  queries: number
  rounds: number
  /** Milliseconds of one answer. */
  p50: number
  p95: number
  p99: number
  slowest: { query: string; ms: number }[]
  /** Queries that found nothing, which would be quick and worth nothing. */
  empty: string[]
  articlesPerSecondFilled: number
  megabytes: { documents: number; words: number }
}

const rounds = 5

export async function benchSearch(payload: Payload, client: Client, articles: number): Promise<SearchFigures> {
  const startedAt = performance.now()
  await fillArticles(client, articles)
  const seconds = (performance.now() - startedAt) / 1000
  const route = restRoute(Promise.resolve(payload.config))
  const times: { query: string; ms: number }[] = []
  const empty = new Set<string>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const query of queries) {
      const { ms, found } = await ask(route, query)
      if (found === 0) empty.add(query)
      // The first round warms up.
      if (round > 0) times.push({ query, ms })
    }
  }
  times.sort((a, b) => a.ms - b.ms)
  const at = (share: number) => times[Math.ceil(times.length * share) - 1]?.ms ?? Number.NaN
  return {
    articles,
    queries: queries.length,
    rounds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    slowest: times.slice(-5).reverse(),
    empty: [...empty],
    articlesPerSecondFilled: articles / seconds,
    megabytes: {
      documents: await megabytesOf(client, 'search_documents'),
      words: await megabytesOf(client, 'search_words'),
    },
  }
}

async function ask(route: (request: Request) => Promise<Response>, query: string) {
  const [q = '', ...others] = query.split('&')
  const address = `http://localhost/api/search?q=${encodeURIComponent(q)}&${others.join('&')}`
  const askedAt = performance.now()
  const answer = await route(new Request(address))
  const body = (await answer.json()) as { totalDocs: number }
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return { ms: performance.now() - askedAt, found: body.totalDocs }
}

async function megabytesOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query('select pg_total_relation_size($1::regclass)::float8 / 1048576 as megabytes', [
    table,
  ])
  return rows[0].megabytes
}
