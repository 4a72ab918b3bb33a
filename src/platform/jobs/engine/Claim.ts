import type { JobOutcome } from '../totals'
import type { ClaimedJob } from './JobStore'

/** A job that this process holds. */
export class Claim {
  /** Aborts when the job was lost to another worker, took too long, or was handed back. */
  readonly abort = new AbortController()
  /** The dispatcher claims first and calls Payload's runner then, which asks for the claim once. */
  isTakenByRunner = false
  /** The database failed under it: that is neither a try nor a crash. */
  isInterrupted = false
  /** How it ended, once that was written. */
  end: JobOutcome | undefined
  /** What the handler threw, as the log should tell it. */
  failure: unknown
  private pendingLog: Record<string, unknown>[] = []

  constructor(public job: ClaimedJob) {}

  get id(): string {
    return this.job.id
  }

  get fence(): number {
    return this.job.fence
  }

  /** Kept for the write that ends the job: one statement instead of two. */
  keepLog(item: Record<string, unknown>): void {
    this.pendingLog.push(item)
    this.job = { ...this.job, log: [...this.job.log, item] }
  }

  takeLog(): Record<string, unknown>[] {
    return this.pendingLog.splice(0)
  }
}
