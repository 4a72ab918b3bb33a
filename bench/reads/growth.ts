/** What one answer without totals takes while the table grows, and W3 at 100,000 articles beside plain Payload. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { channels } from '@/src/platform/bus'
import { Connection } from './Connection'
import { type Started, startPlain, startWeb, stopAll } from './contenders'
import { fillContent } from './fillContent'
import { type LoadFigures, load } from './load'
import { takeTurns } from './takeTurns'
import { byTerms } from './workloads'

export interface GrowthFigures {
  /** Milliseconds of one request after the other, by articles: the median of the least disturbed pass. */
  medians: Record<string, Record<string, number>>
  /** The slowest size beside the fastest. */
  spread: Record<string, number>
  w3At100000: { payload: LoadFigures; uncached: LoadFigures; ratio: number }
}

/** Up, down and up again: what makes a machine slower for seconds is taken for growth, if it meets one size alone. */
const sizes = [1_000, 10_000, 100_000]
const passes = [...sizes, ...sizes.toReversed(), ...sizes]
const tries = 300
/** Asked before, in each pass. */
const warmUps = 200
/** Each question is asked so long before the first size is measured: a new process becomes faster for a while. */
const heatSeconds = 12
const headers = { cookie: 'payload-token=none' }

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
  const taken = new Map<number, Record<string, number>[]>()
  let w3At100000: GrowthFigures['w3At100000'] | undefined
  await fillContent(ours, Math.min(...sizes))
  // One process for all passes: what one does faster than another would be taken for growth.
  const web = await startWeb()
  try {
    for (const pathOf of Object.values(questions))
      await load(web.origin, heatSeconds, () => ({ path: pathOf(), headers }))
    for (const size of passes) {
      await fillContent(ours, size)
      await forget(ours)
      taken.set(size, [...(taken.get(size) ?? []), await mediansOf(web)])
      if (size === 100_000) w3At100000 ??= await compareW3(web, plain, plainAddress)
    }
  } finally {
    await stopAll([web])
  }
  if (!w3At100000) throw new Error('The largest size was not measured')
  const medians = Object.fromEntries([...taken].map(([size, each]) => [size, eachQuestion(each, least)]))
  const spread = eachQuestion(Object.values(medians), (all) => Math.max(...all) / least(all))
  return { medians, spread, w3At100000 }
}

function eachQuestion(
  measured: Record<string, number>[],
  figure: (milliseconds: number[]) => number,
): Record<string, number> {
  const valuesOf = (name: string) => measured.map((each) => each[name] ?? Number.NaN)
  return Object.fromEntries(Object.keys(questions).map((name) => [name, figure(valuesOf(name))]))
}

function least(values: number[]): number {
  return Math.min(...values)
}

/** Content is filled past the triggers that would tell of it: anything may have changed. */
async function forget(ours: Client): Promise<void> {
  await ours.query('select pg_notify($1, $2)', [channels.changes, '{}'])
  await sleep(500)
}

async function mediansOf({ origin }: Started): Promise<Record<string, number>> {
  const connection = await Connection.open(origin)
  const medians: Record<string, number> = {}
  for (const [name, pathOf] of Object.entries(questions)) {
    const times: number[] = []
    for (let n = 0; n < warmUps + tries; n += 1) {
      const startedAt = performance.now()
      const { status } = await connection.ask({ path: pathOf(), headers }, false)
      if (status !== 200) throw new Error(`${name} answered ${status}`)
      if (n >= warmUps) times.push(performance.now() - startedAt)
    }
    medians[name] = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
  }
  connection.close()
  return medians
}

async function compareW3(web: Started, plain: Client, plainAddress: string) {
  await fillContent(plain, 100_000)
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
