/** What one answer without totals takes while the table grows, and W3 at 100,000 articles beside plain Payload. */
import type { Client } from 'pg'
import { median } from '../median'
import { Connection } from './Connection'
import { type Started, startPlain, startWeb, stopAll } from './contenders'
import { fillContent } from './fillContent'
import { type LoadFigures, load } from './load'
import { takeTurns } from './takeTurns'
import { byTerms } from './workloads'

export interface GrowthFigures {
  /** Milliseconds of one request after the other, the median, by articles. */
  medians: Record<string, Record<string, number>>
  /** The slowest size beside the fastest. */
  spread: Record<string, number>
  w3At100000: { payload: LoadFigures; uncached: LoadFigures; ratio: number }
}

/** A database of its own for each number of articles. */
export interface Sized {
  articles: number
  client: Client
  address: string
}

export const sizes = [1_000, 10_000, 100_000]
const largest = Math.max(...sizes)
const tries = 500
/** Each process is asked each question so long before it is measured: a new one becomes faster for a while. */
const heatSeconds = 6
const headers = { cookie: 'payload-token=none' }

const questions: Record<string, () => string> = {
  W1: () => '/api/content?limit=10&sort=-publishedAt&depth=1&count=false',
  W2: () =>
    `/api/content?where[slug][equals]=article-${1 + Math.floor(Math.random() * 900)}&limit=1&depth=1&count=false`,
  'W3, page 1': () => `${byTerms().replace('page=3', 'page=1').replace('limit=20', 'limit=10')}&count=false`,
}

export async function measureGrowth({
  sized,
  plain,
  plainAddress,
}: {
  sized: Sized[]
  plain: Client
  plainAddress: string
}): Promise<GrowthFigures> {
  const webs = new Map<number, Started>()
  try {
    for (const { articles, client, address } of sized) {
      await fillContent(client, articles)
      webs.set(articles, await startWeb(address))
    }
    const taken: [question: string, medians: Map<number, number>][] = []
    for (const [name, pathOf] of Object.entries(questions)) taken.push([name, await mediansOf(webs, pathOf)])
    const spread = taken.map(([name, by]) => [name, Math.max(...by.values()) / Math.min(...by.values())])
    const medians = sizes.map((size) => [
      size,
      Object.fromEntries(taken.map(([name, by]) => [name, by.get(size) ?? Number.NaN])),
    ])
    const web = webs.get(largest)
    if (!web) throw new Error(`There is no site of ${largest} articles`)
    await stopAll([...webs.values()].filter((each) => each !== web))
    const w3At100000 = await compareW3(web, plain, plainAddress)
    return { medians: Object.fromEntries(medians), spread: Object.fromEntries(spread), w3At100000 }
  } finally {
    await stopAll([...webs.values()])
  }
}

/** Asked in turns, request by request: the machine may be half as fast a second later, and is so for all sizes. */
async function mediansOf(webs: Map<number, Started>, pathOf: () => string): Promise<Map<number, number>> {
  for (const { origin } of webs.values()) await load(origin, heatSeconds, () => ({ path: pathOf(), headers }))
  const asked = await Promise.all(
    [...webs].map(async ([size, { origin }]) => ({
      size,
      connection: await Connection.open(origin),
      times: [] as number[],
    })),
  )
  for (let n = 0; n < tries; n += 1) {
    const path = pathOf()
    for (const { connection, times } of asked) {
      const startedAt = performance.now()
      const { status } = await connection.ask({ path, headers }, false)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      times.push(performance.now() - startedAt)
    }
  }
  for (const { connection } of asked) connection.close()
  return new Map(asked.map(({ size, times }) => [size, median(times)]))
}

async function compareW3(web: Started, plain: Client, plainAddress: string) {
  await fillContent(plain, largest)
  const other = await startPlain(plainAddress)
  try {
    const { payload, uncached } = await takeTurns({
      payload: { origin: other.origin, next: () => ({ path: byTerms() }) },
      uncached: { origin: web.origin, next: () => ({ path: `${byTerms()}&count=false`, headers }) },
    })
    if (!payload || !uncached) throw new Error('W3 was not measured')
    return { payload, uncached, ratio: uncached.perSecond / payload.perSecond }
  } finally {
    await stopAll([other])
  }
}
