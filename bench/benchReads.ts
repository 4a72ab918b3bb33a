/**
 * Public reads: ours from the cache and without it, beside the same Payload served by Next alone and a bare server with
 * one statement an answer, in alternating rounds of one run.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { childEnvironment } from '@/src/platform/env'
import { fillContent, terms } from './reads/fillContent'
import { type Ask, type LoadFigures, load } from './reads/load'

type Contender = 'bare' | 'payload' | 'cached' | 'uncached'

export interface ReadFigures {
  articles: number
  rounds: number
  workloads: Record<string, Partial<Record<Contender, LoadFigures>>>
  ratios: Record<string, number>
  /** Megabytes of the web process after all of it. */
  webMegabytes: number
}

const articles = 10_000
const rounds = 3
const seconds = 4
const list = '/api/content?limit=10&sort=-publishedAt&depth=1'
/** A cookie that signs nobody in: the cache is for those who have none. */
const uncachedHeaders = { cookie: 'payload-token=none' }

const slugs = 200
/** Over many articles, so that not one answer alone is measured. */
const slug = () => `article-${1 + Math.floor(Math.random() * slugs)}`
const term = () => 1 + Math.floor(Math.random() * Math.min(terms.categories, terms.tags))
const byTerms = (n: number) =>
  `/api/content?where[categories.slug][equals]=category-${n}&where[tags.slug][equals]=tag-${n}&limit=20&page=3&sort=-publishedAt&depth=1`

const workloads: Record<string, Record<Contender, (() => Ask) | undefined>> = {
  'W1 newest ten': {
    bare: () => ({ path: '/w1' }),
    payload: () => ({ path: list }),
    cached: () => ({ path: list }),
    uncached: () => ({ path: list, headers: uncachedHeaders }),
  },
  'W2 one by slug': {
    bare: () => ({ path: `/w2?slug=${slug()}` }),
    payload: () => ({ path: `/api/content?where[slug][equals]=${slug()}&limit=1&depth=1` }),
    cached: () => ({ path: `/api/content?where[slug][equals]=${slug()}&limit=1&depth=1` }),
    uncached: () => ({
      path: `/api/content?where[slug][equals]=${slug()}&limit=1&depth=1`,
      headers: uncachedHeaders,
    }),
  },
  'W3 by terms, page 3': {
    bare: () => ({ path: `/w3?category=category-${term()}&tag=tag-${term()}` }),
    payload: () => ({ path: byTerms(term()) }),
    cached: () => ({ path: byTerms(term()) }),
    uncached: () => ({ path: byTerms(term()), headers: uncachedHeaders }),
  },
  'W3 without totals': {
    bare: undefined,
    payload: () => ({ path: byTerms(term()) }),
    cached: undefined,
    uncached: () => ({ path: `${byTerms(term())}&count=false`, headers: uncachedHeaders }),
  },
  'home page': {
    bare: undefined,
    payload: () => ({ path: '/' }),
    cached: () => ({ path: '/' }),
    uncached: undefined,
  },
  'article page': {
    bare: undefined,
    payload: () => ({ path: `/articles/${slug()}` }),
    cached: () => ({ path: `/articles/${slug()}` }),
    uncached: undefined,
  },
}

export async function benchReads(client: Client): Promise<ReadFigures> {
  await fillContent(client, articles)
  const bare = await startBare()
  const plain = await startNext()
  const web = await startWeb()
  try {
    await warm(web.origin)
    const origins: Record<Contender, string> = {
      bare: bare.origin,
      payload: plain.origin,
      cached: web.origin,
      uncached: web.origin,
    }
    const figures: ReadFigures['workloads'] = {}
    for (const [name, asks] of Object.entries(workloads)) figures[name] = await measure(asks, origins)
    return {
      articles,
      rounds,
      workloads: figures,
      ratios: ratiosOf(figures),
      webMegabytes: megabytesOf(web.child),
    }
  } finally {
    for (const { child } of [bare, plain, web]) child.kill('SIGTERM')
    await sleep(1_000)
    for (const { child } of [bare, plain, web]) child.kill('SIGKILL')
  }
}

/** The median of the rounds, in which the contenders take turns. */
async function measure(
  asks: Record<Contender, (() => Ask) | undefined>,
  origins: Record<Contender, string>,
): Promise<Partial<Record<Contender, LoadFigures>>> {
  const taken: Partial<Record<Contender, LoadFigures[]>> = {}
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of Object.keys(asks) as Contender[]) {
      const next = asks[contender]
      if (!next) continue
      const figures = await load(origins[contender], round === 0 ? 1.5 : seconds, next)
      // The first round warms up.
      if (round > 0) taken[contender] = [...(taken[contender] ?? []), figures]
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([contender, each]) => {
      const sorted = [...each].sort((a, b) => a.perSecond - b.perSecond)
      return [contender, sorted[Math.floor(sorted.length / 2)]]
    }),
  )
}

function ratiosOf(figures: ReadFigures['workloads']): Record<string, number> {
  const ratios: Record<string, number> = {}
  for (const [name, { bare, payload, cached, uncached }] of Object.entries(figures)) {
    if (cached && bare) ratios[`${name}: cached / bare`] = cached.perSecond / bare.perSecond
    if (uncached && payload) ratios[`${name}: uncached / payload`] = uncached.perSecond / payload.perSecond
  }
  return ratios
}

interface Started {
  origin: string
  child: ChildProcess
}

function startBare(): Promise<Started> {
  const child = fork('bench/reads/bareServer.ts', [], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: childEnvironment({ NODE_ENV: 'production' }),
  })
  return new Promise((resolve) =>
    child.once('message', (port) => resolve({ child, origin: `http://127.0.0.1:${port}` })),
  )
}

/** Our build, served as Next serves any Payload: no front, no cache. */
async function startNext(): Promise<Started> {
  const port = await freePort()
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1']
  return untilAnswering(args, port, '/api/tags?limit=1')
}

async function startWeb(): Promise<Started> {
  const port = await freePort()
  return untilAnswering(['src/cli/run.mjs', 'web'], port, '/api/health/ready')
}

async function untilAnswering(args: string[], port: number, path: string): Promise<Started> {
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, args, {
    env: childEnvironment({
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: origin,
      LOG_LEVEL: 'error',
    }),
    stdio: 'ignore',
  })
  for (const end = performance.now() + 90_000; ; await sleep(200)) {
    const status = await fetch(origin + path).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return { origin, child }
    if (performance.now() > end || child.exitCode !== null)
      throw new Error(`${args.join(' ')} does not answer`)
  }
}

/** What a cache is there for: answers that were asked for before. */
async function warm(origin: string): Promise<void> {
  for (let n = 1; n <= slugs; n += 1) {
    await fetch(`${origin}/articles/article-${n}`)
    await fetch(`${origin}/api/content?where[slug][equals]=article-${n}&limit=1&depth=1`)
  }
}

function megabytesOf({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
