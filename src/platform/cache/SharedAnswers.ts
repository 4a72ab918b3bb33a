/**
 * Answers shared by all web processes through Redis. Each remembers the state of the site that it was made from, a
 * number that every change raises; it is good while nothing that it is made of changed after that. All numbers are in
 * one hash with a random epoch: who loses the hash, loses every answer. While Redis cannot be asked, nothing is read
 * from it, and when it can be asked again the epoch begins anew, for changes may have gone untold.
 */
import { createHash, randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { log } from '../log'
import type { Answer } from './Answer'
import { type Change, everything, touchedBy } from './dependencies'

/** What a fill began with; undefined: the answer is for this process alone. */
export interface SharedMoment {
  epoch: string
  state: number
}

export interface Kept {
  status: number
  headers: Answer['headers']
  names: string[]
  body: Buffer
  ttlMs: number
}

interface Head extends Omit<Kept, 'body' | 'ttlMs'> {
  state: number
  until: number
}

const timeouts = { connectMs: 1_000, commandMs: 100 }
/** Milliseconds without Redis after it failed. */
const restMs = 2_000
const largest = 512 * 1024
/** Names in the hash; above that everything is forgotten rather than kept for ever. */
const mostNames = 50_000

export class SharedAnswers {
  readonly figures = { hits: 0, misses: 0, stored: 0, failures: 0 }
  private readonly redis: Redis
  private isUsable = false
  private isClosed = false

  /** @param site tells sites, and builds of one site, apart that share a Redis. */
  constructor(
    address: string,
    private readonly site: string,
  ) {
    this.redis = new Redis(address, {
      connectTimeout: timeouts.connectMs,
      commandTimeout: timeouts.commandMs,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(100 * tries, restMs),
    })
    this.redis.on('error', () => {})
    this.redis.on('ready', () => void this.beginAnew())
    this.redis.on('close', () => this.rest())
  }

  get isOpen(): boolean {
    return this.isUsable
  }

  async find(key: string): Promise<{ kept?: Kept; moment?: SharedMoment }> {
    return (await this.ask(() => this.look(key))) ?? {}
  }

  async store(key: string, moment: SharedMoment, kept: Kept): Promise<void> {
    if (kept.body.length > largest) return
    const { status, headers, names } = kept
    const head: Head = { status, headers, names, state: moment.state, until: Date.now() + kept.ttlMs }
    const value = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), kept.body])
    await this.ask(() => this.redis.set(this.keyOf(moment.epoch, key), value, 'PX', kept.ttlMs))
    this.figures.stored += 1
  }

  /** Resolves when no process finds an answer of before any more. */
  async tell(changes: Change[]): Promise<void> {
    const names = [...new Set(changes.flatMap(touchedBy))]
    if (names.includes(everything)) return this.beginAnew()
    await this.ask(async () => {
      const state = await this.redis.hincrby(this.states, 'state', 1)
      await this.redis.hset(this.states, Object.fromEntries(names.map((name) => [name, state])))
      if (state % 1_000 === 0 && (await this.redis.hlen(this.states)) > mostNames) await this.beginAnew()
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.isUsable = false
    this.redis.disconnect()
  }

  /** Nothing that was kept before is found again, by anybody. */
  async beginAnew(): Promise<void> {
    try {
      await this.redis.multi().del(this.states).hset(this.states, { epoch: randomUUID(), state: 1 }).exec()
      this.isUsable = !this.isClosed
    } catch {
      this.rest()
    }
  }

  private async look(key: string): Promise<{ kept?: Kept; moment?: SharedMoment }> {
    const [epoch, state] = await this.redis.hmget(this.states, 'epoch', 'state')
    if (!epoch || !state) {
      await this.beginAnew()
      return {}
    }
    const moment = { epoch, state: Number(state) }
    const value = await this.redis.getBuffer(this.keyOf(epoch, key))
    const kept = value ? await this.checked(value, epoch) : undefined
    this.figures[kept ? 'hits' : 'misses'] += 1
    return { kept, moment }
  }

  private async checked(value: Buffer, epoch: string): Promise<Kept | undefined> {
    const end = value.indexOf(10)
    const head = JSON.parse(value.subarray(0, end).toString('utf8')) as Head
    const ttlMs = head.until - Date.now()
    const [now, ...states] = await this.redis.hmget(this.states, 'epoch', everything, ...head.names)
    if (ttlMs <= 0 || now !== epoch || states.some((state) => Number(state ?? 0) > head.state))
      return undefined
    return { ...head, body: Buffer.from(value.subarray(end + 1)), ttlMs }
  }

  private get states(): string {
    return `masthead:${this.site}:states`
  }

  private keyOf(epoch: string, key: string): string {
    return `masthead:${this.site}:${epoch}:${createHash('sha1').update(key).digest('base64url')}`
  }

  /** Slower without Redis, never wrong and never an error. */
  private async ask<Result>(question: () => Promise<Result>): Promise<Result | undefined> {
    if (!this.isUsable) return undefined
    try {
      return await question()
    } catch (error) {
      this.figures.failures += 1
      if (this.isUsable)
        log.warn({ err: error }, 'Redis does not answer: every process keeps answers by itself')
      this.rest()
      return undefined
    }
  }

  private rest(): void {
    if (!this.isUsable) return
    this.isUsable = false
    setTimeout(() => {
      if (!this.isClosed && this.redis.status === 'ready') void this.beginAnew()
    }, restMs).unref()
  }
}
