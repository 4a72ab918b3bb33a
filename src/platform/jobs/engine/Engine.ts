/** What one process holds of the queue: its claims, their leases, and the way in which their outcomes are written. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { env } from '@/src/platform/env'
import { log } from '@/src/platform/log'
import { watchPool } from '@/src/platform/metrics'
import { Claim } from './Claim'
import { type ClaimedJob, JobStore } from './JobStore'
import { Settler } from './Settler'

/** Renewals a lease: five may fail before anybody else takes the job. */
const beatsPerLease = 6

export class Engine {
  readonly owner = randomUUID()
  readonly store: JobStore
  readonly settler: Settler
  readonly claims = new Map<string, Claim>()
  readonly leaseSeconds = env.JOB_LEASE_SECONDS
  private ownPool: pg.Pool | undefined
  private beat: NodeJS.Timeout | undefined
  private isBeating = false

  constructor(private readonly address: string) {
    this.store = new JobStore(() => this.pool())
    this.settler = new Settler(this.store, this.leaseSeconds * 1000)
  }

  get lease() {
    return { owner: this.owner, seconds: this.leaseSeconds }
  }

  /** Its own, small and lasting: handlers that use up Payload's pool must not keep leases from being renewed. */
  pool(): pg.Pool {
    this.ownPool ??= openPool(this.address)
    return this.ownPool
  }

  hold(jobs: ClaimedJob[]): Claim[] {
    return jobs.map((job) => {
      const claim = new Claim({ ...job, log: job.log ?? [] })
      this.claims.get(job.id)?.abort.abort(new Error('The job was lost and claimed again'))
      this.claims.set(job.id, claim)
      this.beat ??= setInterval(() => void this.renew(), (this.leaseSeconds * 1000) / beatsPerLease)
      return claim
    })
  }

  /** @param claim not another one that the same process got for the job meanwhile. */
  release(claim: Claim): void {
    if (this.claims.get(claim.id) === claim) this.claims.delete(claim.id)
    if (this.claims.size > 0 || !this.beat) return
    clearInterval(this.beat)
    this.beat = undefined
  }

  async close(): Promise<void> {
    clearInterval(this.beat)
    await this.ownPool?.end()
    this.ownPool = undefined
  }

  private async renew(): Promise<void> {
    if (this.isBeating) return
    this.isBeating = true
    const claims = [...this.claims.values()]
    try {
      const held = await this.store.renew(this.lease, claims)
      for (const claim of claims) {
        if (held.has(claim.id) || this.claims.get(claim.id) !== claim) continue
        log.warn({ job: claim.id, task: claim.job.taskSlug }, 'A job was lost to another worker')
        claim.abort.abort(new Error('The job is no longer held'))
      }
    } catch (error) {
      log.warn({ err: error }, 'The leases of jobs could not be renewed')
    } finally {
      this.isBeating = false
    }
  }
}

function openPool(address: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max: 3,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    application_name: 'masthead jobs',
  })
  pool.on('error', (error) => log.warn({ err: error }, 'An idle connection of the queue was lost'))
  pool.on('connect', (client) => client.on('error', () => {}))
  watchPool('jobs', pool)
  return pool
}
