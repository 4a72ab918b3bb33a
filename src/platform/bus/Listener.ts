/**
 * One connection that listens to the database's notifications and comes back by itself. What was said while it was
 * away is lost: `onConnect` is the moment to look at everything again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { log } from '@/src/platform/log'

export interface ListenerOptions {
  /** Straight to the server: a transaction pooler drops LISTEN. */
  address: string
  onWord: (word: string) => void
  onConnect?: () => void
  onDisconnect?: () => void
}

const retryMs = [100, 250, 500, 1_000, 2_000]
const pingMs = 10_000

export class Listener {
  private client: pg.Client | undefined
  private isClosed = false
  private ping: NodeJS.Timeout | undefined

  constructor(
    private readonly channel: string,
    private readonly options: ListenerOptions,
  ) {}

  get isConnected(): boolean {
    return this.client !== undefined
  }

  /** Resolves when it listens for the first time, or was closed before. */
  async open(): Promise<void> {
    for (let tries = 0; !this.isClosed; tries += 1) {
      try {
        await this.connect()
        return
      } catch (error) {
        if (tries === 0)
          log.warn({ err: error, channel: this.channel }, 'The listener cannot reach the database')
        await sleep(retryMs[Math.min(tries, retryMs.length - 1)])
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true
    clearInterval(this.ping)
    const { client } = this
    this.client = undefined
    await client?.end().catch(() => {})
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.address,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: `masthead ${this.channel}`,
    })
    client.on('error', () => {})
    client.on('notification', ({ payload }) => this.options.onWord(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${this.channel}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    if (this.isClosed) return client.end()
    this.client = client
    client.once('end', () => this.reconnect(client))
    clearInterval(this.ping)
    // A connection that died without a word is found out this way.
    this.ping = setInterval(() => client.query('select 1').catch(() => client.end()), pingMs)
    this.options.onConnect?.()
  }

  private reconnect(lost: pg.Client): void {
    if (this.client !== lost || this.isClosed) return
    this.client = undefined
    clearInterval(this.ping)
    this.options.onDisconnect?.()
    void this.open()
  }
}
