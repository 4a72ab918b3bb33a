/** Writes how jobs went: those that end at the same moment in one statement, again and again while the database is away. */
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/src/platform/log'
import { isDatabaseLoss, isPassing, StaleClaimError } from '../errors'
import type { JobStore } from './JobStore'
import type { Outcome, OutcomeLog } from './settleStatement'

interface Entry {
  outcome: Outcome
  logs: OutcomeLog[]
  resolve: () => void
  reject: (error: unknown) => void
}

const retryMs = [50, 200, 500, 1_000, 2_000]
/** Statements at once; more would only wait for each other's rows' pages. */
const parallel = 2

export class Settler {
  private waiting: Entry[] = []
  private writing = 0

  constructor(
    private readonly store: JobStore,
    /** While a lease may still be ours it is worth trying. */
    private readonly patienceMs: number,
  ) {}

  /** @throws StaleClaimError when the job is no longer held. */
  settle(outcome: Outcome, logs: OutcomeLog[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ outcome, logs, resolve, reject })
      // What else ends in this turn of the event loop goes along.
      if (this.waiting.length === 1 && this.writing < parallel) setImmediate(() => void this.flush())
    })
  }

  private async flush(): Promise<void> {
    if (this.writing >= parallel) return
    const entries = this.waiting.splice(0)
    if (entries.length === 0) return
    this.writing += 1
    await this.settleAll(entries)
    this.writing -= 1
    void this.flush()
  }

  /** One that cannot be written takes none of the others with it. */
  private async settleAll(entries: Entry[]): Promise<void> {
    try {
      const held = await this.write(entries)
      for (const { outcome, resolve, reject } of entries) {
        if (held.has(outcome.id)) resolve()
        else reject(new StaleClaimError(outcome.id))
      }
    } catch (error) {
      const [only] = entries
      if (entries.length > 1) for (const entry of entries) await this.settleAll([entry])
      else if (only) await this.settleUnwritable(only, error)
    }
  }

  /** What a job returned or threw may be more than the database can hold: then that is its failure. */
  private async settleUnwritable({ outcome, resolve, reject }: Entry, cause: unknown): Promise<void> {
    const message = `Its outcome could not be written: ${cause instanceof Error ? cause.message : cause}`
    const failed = { ...outcome, completed: false, has_error: true, wait_ms: null, error: { message } }
    const held = await this.store.settle([failed], []).catch(() => new Set<string>())
    if (held.has(outcome.id)) resolve()
    else reject(cause)
  }

  /** Written twice it would change nothing: the second time no row is held any more. */
  private async write(entries: Entry[]): Promise<Set<string>> {
    const startedAt = performance.now()
    for (let tries = 0; ; tries += 1) {
      try {
        const held = await this.store.settle(
          entries.map(({ outcome }) => outcome),
          entries.flatMap(({ logs }) => logs),
        )
        if (tries > 0) await this.addThoseWrittenBefore(entries, held)
        return held
      } catch (error) {
        if (!(isDatabaseLoss(error) || isPassing(error)) || performance.now() - startedAt > this.patienceMs)
          throw error
        log.warn({ jobs: entries.length }, 'The database is away; the outcome of jobs is written later')
        await sleep(retryMs[Math.min(tries, retryMs.length - 1)])
      }
    }
  }

  /** The connection may have gone after the commit and before its answer: the row then carries our fence and is done. */
  private async addThoseWrittenBefore(entries: Entry[], held: Set<string>): Promise<void> {
    for (const { outcome } of entries) {
      if (held.has(outcome.id)) continue
      const job = await this.store.find(outcome.id)
      if (job && job.fence === outcome.fence && !job.processing) held.add(outcome.id)
    }
  }
}
