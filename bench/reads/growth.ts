/** What one answer without totals takes while the table grows, and W3 at 100,000 articles beside plain Payload. */
import type { Client } from 'pg'
import { type Started, startPlain, startWeb, stopAll } from './contenders'
import { fillContent } from './fillContent'
import { type LoadFigures, load } from './load'
import { byTerms } from './workloads'

export interface GrowthFigures {
  /** Milliseconds of one request after the other, the median, by articles. */
  medians: Record<string, Record<string, number>>
  /** The slowest size beside the fastest. */
  spread: Record<string, number>
  w3At100000: { payload: LoadFigures; uncached: LoadFigures; ratio: number }
}

const sizes = [1_000, 10_000, 100_000]
const tries = 150
/** Asked before, of each size alike: a new process becomes faster for longer than the sizes differ. */
const warmUps = 500
const headers = { cookie: 'payload-token=none' }
const seconds = 4

const questions: Record<string, () => string> = {
  W1: () => '/api/content?limit=10&sort=-publishedAt&depth=1&count=false',
  W2: () =>
    `/api/content?where[slug][equals]=article-${1 + Math.floor(Math.random() * 900)}&limit=1&depth=1&count=false`,
  'W3, page 1': () => `${byTerms().replace('page=3', 'page=1').replace('limit=20', 'limit=10')}&count=false`,
}

export async function measureGrowth({
  ours,
  plain,
  plainAddress,
}: {
  ours: Client
  plain: Client
  plainAddress: string
}): Promise<GrowthFigures> {
  const medians: GrowthFigures['medians'] = {}
  let w3At100000: GrowthFigures['w3At100000'] | undefined
  for (const size of sizes) {
    await fillContent(ours, size)
    const web = await startWeb()
    try {
      medians[size] = await mediansOf(web)
      if (size === 100_000) w3At100000 = await compareW3(web, plain, plainAddress)
    } finally {
      await stopAll([web])
    }
  }
  if (!w3At100000) throw new Error('The largest size was not measured')
  const spread = Object.fromEntries(
    Object.keys(questions).map((name) => {
      const all = Object.values(medians).map((each) => each[name] ?? Number.NaN)
      return [name, Math.max(...all) / Math.min(...all)]
    }),
  )
  return { medians, spread, w3At100000 }
}

async function mediansOf({ origin }: Started): Promise<Record<string, number>> {
  const medians: Record<string, number> = {}
  for (const [name, pathOf] of Object.entries(questions)) {
    const times: number[] = []
    for (let n = 0; n < warmUps + tries; n += 1) {
      const startedAt = performance.now()
      const answer = await fetch(origin + pathOf(), { headers })
      await answer.arrayBuffer()
      if (n >= warmUps) times.push(performance.now() - startedAt)
    }
    medians[name] = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
  }
  return medians
}

async function compareW3(web: Started, plain: Client, plainAddress: string) {
  await fillContent(plain, 100_000)
  const other = await startPlain(plainAddress)
  try {
    await load(other.origin, 2, () => ({ path: byTerms() }))
    const payload = await load(other.origin, seconds, () => ({ path: byTerms() }))
    const uncached = await load(web.origin, seconds, () => ({ path: `${byTerms()}&count=false`, headers }))
    return { payload, uncached, ratio: uncached.perSecond / payload.perSecond }
  } finally {
    await stopAll([other])
  }
}
