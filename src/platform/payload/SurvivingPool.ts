import pg from 'pg'
import { log } from '@/src/platform/log'
import { watchPool } from '@/src/platform/metrics'

type ConnectCallback = (
  err: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/**
 * Payload's adapter takes one client at start and keeps it for ever, listens to no error of the pool, and loses the
 * clients whose connection breaks under a BEGIN: with one connection it hangs, and a restart of the server kills the
 * process or leaves the pool empty. This pool takes such clients back and survives.
 */
export class SurvivingPool extends pg.Pool {
  private firstClientTaken = false

  constructor(config?: pg.PoolConfig) {
    super(config)
    watchPool('payload', this)
    this.on('error', (error) => log.warn({ err: error }, 'An idle database connection was lost'))
    this.on('connect', (client) => {
      client.on('error', (error) => log.warn({ err: error }, 'A database connection was lost'))
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): unknown {
    if (callback) return super.connect(callback)
    const client = super.connect().then(releasedWhenLost)
    if (this.firstClientTaken) return client
    this.firstClientTaken = true
    return client.then((first) => {
      first.release()
      return first
    })
  }
}

/** A client whose connection ends while it is in use goes back by itself; who gives it back later does no harm. */
function releasedWhenLost(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client)
  let isReleased = false
  const releaseOnce = (error?: Error | boolean) => {
    if (isReleased) return
    isReleased = true
    client.removeListener('end', onEnd)
    release(error)
  }
  const onEnd = () => releaseOnce(true)
  client.once('end', onEnd)
  client.release = releaseOnce
  return client
}
