/** A worker's row in `job_workers`: its sign of life, and what it counted since the last one. */
import { hostname } from 'node:os'
import { log } from '@/src/platform/log'
import type { Claim } from './Claim'
import type { Engine } from './Engine'
import { Totals } from './Totals'

const beatMs = 10_000
/** Rows of workers that went without a word are kept for a while, so that a screen can say so. */
const forgetAfter = '1 hour'

export class WorkerRow {
  private timer: NodeJS.Timeout | undefined
  private state: 'working' | 'draining' = 'working'
  private readonly totals = new Totals()

  constructor(
    private readonly engine: Engine,
    private readonly options: { queues: string[]; concurrency: number; runningCount: () => number },
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.beat(), beatMs)
    void this.beat()
  }

  count(claim: Claim, seconds: number): void {
    this.totals.count(claim, seconds)
  }

  async drain(): Promise<void> {
    this.state = 'draining'
    await this.beat()
  }

  async remove(): Promise<void> {
    clearInterval(this.timer)
    await this.totals.flush(this.engine.pool())
    await this.engine.pool().query('delete from job_workers where id = $1', [this.engine.owner])
  }

  async beat(): Promise<void> {
    const { queues, concurrency, runningCount } = this.options
    try {
      await this.engine.pool().query(
        `with gone as (delete from job_workers where seen_at < now() - interval '${forgetAfter}')
         insert into job_workers (id, host, pid, queues, concurrency, running, state)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set running = excluded.running, state = excluded.state, seen_at = now()`,
        [this.engine.owner, hostname(), process.pid, queues, concurrency, runningCount(), this.state],
      )
      await this.totals.flush(this.engine.pool())
    } catch (error) {
      log.warn({ err: error }, 'The worker could not leave its sign of life')
    }
  }
}
