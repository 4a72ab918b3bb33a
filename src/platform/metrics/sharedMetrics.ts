/**
 * What this process counts of itself. It hangs on the process, not on a module: Next's bundles hold modules of ours
 * a second time, and the front counts for what the API answers.
 */
import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What a cache says of itself. */
export interface CacheFigures {
  entries: number
  bytes: number
  hits: number
  misses: number
}

export type WatchedPool = Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount' | 'options'>

interface Watched {
  pools: Map<string, WatchedPool>
  caches: Map<string, () => CacheFigures>
}

interface Instruments {
  registry: Registry
  requests: Counter<'method' | 'status'>
  durations: Histogram<'method'>
}

/** Seconds; from an answer out of memory to one that nobody waits for. */
const requestBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const watchedKey = Symbol.for('masthead.watched')
const instrumentsKey = Symbol.for('masthead.instruments')

export function watched(): Watched {
  const process = globalThis as { [watchedKey]?: Watched }
  process[watchedKey] ??= { pools: new Map(), caches: new Map() }
  return process[watchedKey]
}

/** Made at first use: a command that serves nobody measures nothing. */
export function instruments(): Instruments {
  const process = globalThis as { [instrumentsKey]?: Instruments }
  process[instrumentsKey] ??= makeInstruments()
  return process[instrumentsKey]
}

function makeInstruments(): Instruments {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  addPools(registry)
  addCaches(registry)
  return {
    registry,
    requests: new Counter({
      name: 'masthead_http_requests_total',
      help: 'Requests that the web process answered, by method and class of status.',
      labelNames: ['method', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'masthead_http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer.',
      labelNames: ['method'],
      buckets: requestBounds,
      registers,
    }),
  }
}

function addPools(registry: Registry): void {
  const registers = [registry]
  new Gauge({
    name: 'masthead_pool_connections',
    help: 'Connections of this process to the database: busy, idle, and the most there may be.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, options }] of watched().pools) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'max' }, options.max)
      }
    },
  })
  new Gauge({
    name: 'masthead_pool_waiting',
    help: 'Callers that wait for a connection to the database.',
    labelNames: ['pool'],
    registers,
    collect() {
      for (const [pool, { waitingCount }] of watched().pools) this.set({ pool }, waitingCount)
    },
  })
}

function addCaches(registry: Registry): void {
  const registers = [registry]
  const figures: { name: string; help: string; of: keyof CacheFigures }[] = [
    { name: 'masthead_cache_entries', help: 'Answers kept in a cache.', of: 'entries' },
    { name: 'masthead_cache_bytes', help: 'Bytes that a cache takes.', of: 'bytes' },
  ]
  for (const { name, help, of } of figures)
    new Gauge({
      name,
      help,
      labelNames: ['cache'],
      registers,
      collect() {
        for (const [cache, read] of watched().caches) this.set({ cache }, read()[of])
      },
    })
  new Counter({
    name: 'masthead_cache_lookups_total',
    help: 'Questions to a cache, by whether it had the answer.',
    labelNames: ['cache', 'outcome'],
    registers,
    collect() {
      this.reset()
      for (const [cache, read] of watched().caches) {
        const { hits, misses } = read()
        this.inc({ cache, outcome: 'hit' }, hits)
        this.inc({ cache, outcome: 'miss' }, misses)
      }
    },
  })
}
