import { AppError } from '@/src/platform/errors'

/** The job belongs to another worker by now, or to nobody: what this one says of it counts for nothing. */
export class StaleClaimError extends AppError {
  constructor(id: string) {
    super('JOB_LOST', `Job ${id} is no longer held by this worker.`, 409)
  }
}

/** Trying again would not help: the job fails for good at once. */
export class FinalJobError extends AppError {
  constructor(code: string, message: string) {
    super(code, message, 409)
  }
}

export class TimedOutError extends AppError {
  constructor(seconds: number) {
    super('JOB_TIMED_OUT', `It took longer than ${seconds} seconds.`, 504)
  }
}

/** The database went away, not the job wrong. Source: SQLSTATE classes 08, 53 and 57P, and what `pg` says without one. */
export function isDatabaseLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = codeOf(cause)
    if (/^(08|53|57P0[1-5])/.test(code)) return true
    if (lostWords.test(cause.message)) return true
    if (networkCodes.test(code) && isOfDriver(cause)) return true
  }
  return false
}

/** A moment later the same statement may go through: deadlocks, serialisation, locks and statements that took too long. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && /^(40P01|40001|55P03|57014)$/.test(codeOf(error))
}

const lostWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)|timeout exceeded when trying to connect|cannot begin transaction/
const networkCodes = /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** A refused connection may be anybody's; the stack says whether it was the database driver's. */
function isOfDriver(error: Error): boolean {
  const parts = error instanceof AggregateError ? (error.errors as unknown[]) : []
  const stacks = [error, ...parts].map((each) =>
    each instanceof Error ? `${each.stack} ${each.message}` : '',
  )
  return stacks.some((stack) => /[\\/]pg(-pool)?[\\/]|:5432\b/.test(stack))
}
