/**
 * At most one worker runs jobs: the one whose connection holds an advisory lock. Payload 3 claims a job without a
 * lock, so two active workers would run it twice; Payload 4 claims atomically and makes this unnecessary.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { log } from '../log'
import { connectDatabase } from '../postgres'

/** "work" in ASCII. */
const lockKey = 0x776f726b
const retryMs = 2_000

export class Leadership {
  private client: Client | undefined
  private isLeader = false

  constructor(private readonly address: string) {}

  get isHeld(): boolean {
    return this.isLeader
  }

  /** Waits for its turn. @returns false when it was told to stop meanwhile. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    let hasTold = false
    while (!signal.aborted) {
      if (await this.tryOnce()) return true
      if (!hasTold && this.client) log.info('Another worker is active; this one stands by')
      hasTold = true
      await sleep(retryMs, undefined, { signal }).catch(() => {})
    }
    return false
  }

  /** The client for what only the leader may do. */
  get connection(): Client {
    if (!this.client || !this.isLeader) throw new Error('Not the active worker')
    return this.client
  }

  async release(): Promise<void> {
    this.isLeader = false
    await this.client?.end().catch(() => {})
    this.client = undefined
  }

  private async tryOnce(): Promise<boolean> {
    try {
      this.client ??= await this.connect()
      const { rows } = await this.client.query('select pg_try_advisory_lock($1) as taken', [lockKey])
      this.isLeader = rows[0].taken === true
    } catch (error) {
      log.warn({ err: error }, 'The worker cannot reach the database; it tries again')
      await this.release()
    }
    return this.isLeader
  }

  private async connect(): Promise<Client> {
    const client = await connectDatabase(this.address)
    client.once('end', () => {
      if (this.client !== client) return
      this.client = undefined
      this.isLeader = false
    })
    return client
  }
}
