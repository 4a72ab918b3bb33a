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
  /** The same words by one statement that ranks everything they are in, in milliseconds: one round, no typos, no snippets. */
  bareSql: { p50: number; p95: number }
  slowest: { query: string; ms: number }[]
  /** Queries that found nothing, which would be quick and worth nothing. */
  empty: string[]
  articlesPerSecondFilled: number
  megabytes: { documents: number; words: number }
}

const rounds = 5

export async function benchSearch(
  payload: Payload,
  client: Client,
  articles: number,
): Promise<SearchFigures> {
  const startedAt = performance.now()
  await fillArticles(client, articles)
  const seconds = (performance.now() - startedAt) / 1000
  return { ...(await measureSearch(payload, client, articles)), articlesPerSecondFilled: articles / seconds }
}

/** The queries alone, on a database that is filled. */
export async function measureSearch(
  payload: Payload,
  client: Client,
  articles: number,
): Promise<Omit<SearchFigures, 'articlesPerSecondFilled'>> {
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
  const all = times.map(({ ms }) => ms)
  return {
    articles,
    queries: queries.length,
    rounds,
    p50: share(all, 0.5),
    p95: share(all, 0.95),
    p99: share(all, 0.99),
    bareSql: await askBareSql(client),
    slowest: times.slice(-5).reverse(),
    empty: [...empty],
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

async function askBareSql(client: Client): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (const query of queries) {
    const askedAt = performance.now()
    await client.query(
      `select id, title from search_documents join content using (id), websearch_to_tsquery('search_english', $1) as asked
       where open_vector @@ asked order by ts_rank(open_vector, asked) desc limit 10`,
      [query.split('&')[0]],
    )
    times.push(performance.now() - askedAt)
  }
  times.sort((a, b) => a - b)
  return { p50: share(times, 0.5), p95: share(times, 0.95) }
}

function share(sorted: number[], part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN
}

async function megabytesOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query(
    'select pg_total_relation_size($1::regclass)::float8 / 1048576 as megabytes',
    [table],
  )
  return rows[0].megabytes
}
