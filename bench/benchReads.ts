/**
 * Public reads: ours from the cache and without it, beside Payload as it comes in an app of its own and a bare server
 * with one statement an answer, in alternating rounds of one run.
 */
import type { Client } from 'pg'
import { now } from '@/src/platform/clock'
import {
  megabytesOf,
  preparePlain,
  type Started,
  startBare,
  startPlain,
  startWeb,
  stopAll,
} from './reads/contenders'
import { fillContent } from './reads/fillContent'
import { type GrowthFigures, measureGrowth, type Sized } from './reads/growth'
import type { LoadFigures } from './reads/load'
import { rounds, seconds, type Turn, takeTurns } from './reads/takeTurns'
import {
  type Contender,
  creates,
  mixed,
  pages,
  reads,
  slugs,
  unchanged,
  type Workload,
} from './reads/workloads'
import { type Account, writerOf } from './reads/writerOf'

export interface ReadFigures {
  articles: number
  rounds: number
  seconds: number
  workloads: Record<string, Partial<Record<Contender, LoadFigures>>>
  ratios: Record<string, number>
  growth: GrowthFigures
  /** Megabytes of the web process after all of it. */
  webMegabytes: number
  took: number
}

export interface Databases {
  ours: Client
  sized: Sized[]
  plain: Client
  plainAddress: string
}

const articles = 10_000

export async function benchReads(
  databases: Databases,
  account: Account,
  tell: (name: string, figures: object) => void,
): Promise<ReadFigures> {
  const startedAt = now().getTime()
  preparePlain(databases.plainAddress)
  const growth = await measureGrowth(databases)
  tell('growth', growth)
  for (const client of [databases.ours, databases.plain]) await fillContent(client, articles)
  const [bare, plain, web] = [await startBare(), await startPlain(databases.plainAddress), await startWeb()]
  try {
    await warm(web.origin, (n) => `/api/content?where[slug][equals]=article-${n}&limit=1&depth=1`)
    const writers = {
      plain: await writerOf(plain.origin, account, databases.plain),
      ours: await writerOf(web.origin, account, databases.ours),
    }
    const workloads: Record<string, Workload> = {
      ...reads,
      'W1 unchanged (304)': await unchanged(web.origin),
      ...pages,
      'W4 create': creates(writers),
      'W6 mixed, checked': mixed(writers),
    }
    const origins: Record<Contender, Started> = { bare, payload: plain, uncached: web, cached: web }
    const figures: ReadFigures['workloads'] = {}
    for (const [name, workload] of Object.entries(workloads)) {
      // A page is kept for a minute: made just before, or the making would be measured.
      if (name === 'article page') await warm(web.origin, (n) => `/articles/article-${n}`)
      figures[name] = await measure(workload, origins)
      tell(name, figures[name])
    }
    return {
      articles,
      rounds,
      seconds,
      workloads: figures,
      ratios: ratiosOf(figures),
      growth,
      webMegabytes: megabytesOf(web),
      took: Math.round((now().getTime() - startedAt) / 1000),
    }
  } finally {
    await stopAll([bare, plain, web])
  }
}

function measure(
  workload: Workload,
  origins: Record<Contender, Started>,
): Promise<Partial<Record<Contender, LoadFigures>>> {
  const turns: Partial<Record<Contender, Turn>> = {}
  for (const [contender, next] of Object.entries(workload) as [Contender, Turn['next']][])
    turns[contender] = { origin: origins[contender].origin, next }
  return takeTurns(turns)
}

function ratiosOf(figures: ReadFigures['workloads']): Record<string, number> {
  const ratios: Record<string, number> = {}
  for (const [name, { bare, payload, cached, uncached }] of Object.entries(figures)) {
    if (cached && bare) ratios[`${name}: cached / bare`] = cached.perSecond / bare.perSecond
    if (cached && payload) ratios[`${name}: cached / payload`] = cached.perSecond / payload.perSecond
    if (uncached && payload) ratios[`${name}: uncached / payload`] = uncached.perSecond / payload.perSecond
  }
  return ratios
}

/** What a cache is there for: answers that were asked for before. */
async function warm(origin: string, pathOf: (n: number) => string): Promise<void> {
  for (let n = 1; n <= slugs; n += 1) await fetch(origin + pathOf(n)).then((answer) => answer.arrayBuffer())
}
