/** One worker alone queues what is due by the schedule: the one whose connection holds an advisory lock. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { log } from '@/src/platform/log'
import { connectDatabase } from '@/src/platform/postgres'

/** "tick" in ASCII. */
const lockKey = 0x7469636b
const retryMs = 2_000
const answerMs = 5_000

export class Leadership {
  private client: Client | undefined
  private isLeader = false

  /** @param address straight to the server: a transaction pooler would lose the lock. */
  constructor(private readonly address: string) {}

  get isHeld(): boolean {
    return this.isLeader
  }

  /** Waits for its turn. @returns false when it was told to stop meanwhile. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.tryOnce()) return true
      await sleep(retryMs, undefined, { signal }).catch(() => {})
    }
    return false
  }

  async release(): Promise<void> {
    this.isLeader = false
    const { client } = this
    this.client = undefined
    await Promise.race([client?.end().catch(() => {}), sleep(500, undefined, { ref: false })])
  }

  private async tryOnce(): Promise<boolean> {
    try {
      this.client ??= await this.connect()
      const asked = this.client.query('select pg_try_advisory_lock($1) as taken', [lockKey])
      // A connection that died without a word would never answer.
      const { rows } = await Promise.race([asked, refuseAfter(answerMs)])
      this.isLeader = rows[0].taken === true
    } catch (error) {
      log.warn({ err: error }, 'The scheduler cannot reach the database; it tries again')
      await this.release()
    }
    return this.isLeader
  }

  private async connect(): Promise<Client> {
    const client = await connectDatabase(this.address)
    // The server, too, should notice soon that nobody holds the lock any more.
    await client.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    )
    client.once('end', () => {
      if (this.client !== client) return
      this.client = undefined
      this.isLeader = false
    })
    return client
  }
}

async function refuseAfter(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false })
  throw new Error(`The database did not answer within ${ms} ms`)
}
