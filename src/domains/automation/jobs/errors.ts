import { ConflictError } from '@/src/platform/errors'
import type { JobState } from './jobStates'

/** Only what failed for good can be run again: everything else runs, will run or is done. */
export class JobNotFailedError extends ConflictError {
  constructor(state: JobState) {
    super('JOB_NOT_FAILED', `Only a failed job is tried again; this one ${is[state]}.`, { state })
  }
}

export class JobOverError extends ConflictError {
  constructor(state: JobState) {
    super('JOB_OVER', `There is nothing to cancel: this job ${is[state]}.`, { state })
  }
}

const is: Record<JobState, string> = {
  running: 'is running',
  waiting: 'waits for a worker',
  later: 'is due later',
  failed: 'has failed',
  done: 'is done',
  cancelled: 'was cancelled',
}
