import pg from 'pg'
import { log } from '@/src/platform/log'

type ConnectCallback = (
  err: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/**
 * Payload's adapter takes one client at start and keeps it for ever, and listens to no error of the pool:
 * with one connection it hangs, and a restart of the server kills the process. This pool takes that client
 * back and survives.
 */
export class SurvivingPool extends pg.Pool {
  private firstClientTaken = false

  constructor(config?: pg.PoolConfig) {
    super(config)
    this.on('error', (error) => log.warn({ err: error }, 'An idle database connection was lost'))
    this.on('connect', (client) => {
      client.on('error', (error) => log.warn({ err: error }, 'A database connection was lost'))
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): unknown {
    if (callback) return super.connect(callback)
    if (this.firstClientTaken) return super.connect()
    this.firstClientTaken = true
    return super.connect().then((client) => {
      client.release()
      return client
    })
  }
}
