import { isolateObjectProperty, type TaskConfig, type TaskHandler } from 'payload'
import { claimFor, engineOf, outsideRunner } from './adapter/safeJobs'
import type { Claim } from './engine/Claim'
import { isDatabaseLoss, TimedOutError } from './errors'
import { setJob } from './jobContext'
import type { Task } from './task'

const defaultTimeoutSeconds = 300

/** A task of whatever input: lists of tasks hold them side by side. */
// biome-ignore lint/suspicious/noExplicitAny: inputs differ, and only Payload's runner pairs a handler with its own
export type AnyTask = Task<any>

/** The task as Payload runs it: with its job in the request, a time limit, and the database's failures told apart. */
export function guardTask(task: AnyTask): TaskConfig {
  const { handler } = task
  if (typeof handler !== 'function') throw new Error(`Task ${task.slug} needs a function as its handler`)
  const guarded: TaskHandler<{ input: object; output: object }> = (args) => {
    const claim = claimFor(engineOf(args.req.payload), String(args.job.id))
    return outsideRunner(async () => {
      if (!claim) throw new Error('A task runs only with a claim on its job')
      // Payload runs a batch of jobs with one request, and each job has a context of its own.
      const req = isolateObjectProperty(args.req, 'context')
      setJob(req, claim)
      try {
        return await withinTime(task, claim, handler({ ...args, req } as never))
      } catch (error) {
        claim.failure = error
        claim.isInterrupted = isDatabaseLoss(error)
        throw error
      }
    })
  }
  return { ...task, handler: guarded } as unknown as TaskConfig
}

/** What goes on beyond the limit cannot be stopped by force: it is told to stop, and what it writes later is refused. */
async function withinTime<Result>(
  { timeoutSeconds = defaultTimeoutSeconds }: AnyTask,
  claim: Claim,
  work: Result | Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimedOutError(timeoutSeconds)
      claim.abort.abort(error)
      reject(error)
    }, timeoutSeconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
