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

/** The database went away, not the job wrong. Source: SQLSTATE classes 08 and 57P, and what `pg` says without one. */
export function isDatabaseLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    if (/^(08|57P0[1-5])/.test(code)) return true
    if (
      /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(
        cause.message,
      )
    )
      return true
    if (/timeout exceeded when trying to connect|cannot begin transaction/.test(cause.message)) return true
    if (/^E(CONNREFUSED|CONNRESET|PIPE)$/.test(code) && 'syscall' in cause && isPostgres(cause)) return true
  }
  return false
}

/** A refused connection may be anybody's; the stack says whether it was the database driver's. */
function isPostgres(error: Error): boolean {
  return /[\\/]pg(-pool)?[\\/]/.test(error.stack ?? '') || /:5432\b/.test(error.message)
}
