/** Gives free slots to due jobs: woken by a word from the database or by the clock, never polling while all is quiet. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { log } from '@/src/platform/log'
import { runClaim } from '../adapter/safeJobs'
import { isDatabaseLoss, StaleClaimError } from '../errors'
import { queues as namedQueues } from '../queues'
import { tasksOf } from '../tasksOf'
import { allotSlots } from './allotSlots'
import type { Claim } from './Claim'
import type { Engine } from './Engine'

export interface DispatcherOptions {
  payload: Payload
  engine: Engine
  /** Empty: all. */
  queues: string[]
  concurrency: number
  onEnd?: (claim: Claim, seconds: number) => void
}

/** A job that is due but cannot be had waits for another with its key, whose end is told; this is for lost words. */
const blockedMs = 250
/** Timers go no further, and a word that was lost costs no more than this. */
const longestWaitMs = 15_000

export class Dispatcher {
  private readonly running = new Map<Claim, Promise<void>>()
  private readonly credits = new Map<string, number>()
  /** Queues that may have due jobs. */
  private readonly awake = new Set<string>()
  private readonly known = new Set<string>(Object.keys(namedQueues))
  private filling: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  private isAskedAgain = false
  private isStopping = false
  private failures = 0
  /** Whether the timer stands for all that is due later; a queue that was emptied may have something. */
  private isTimerSet = false

  private readonly tasks: string[]

  constructor(private readonly options: DispatcherOptions) {
    this.tasks = tasksOf(options.payload.config).map(({ slug }) => slug)
  }

  get runningCount(): number {
    return this.running.size
  }

  /** There may be something to do in `queue`, or in any. */
  wake(queue?: string): void {
    if (queue !== undefined) this.known.add(queue)
    for (const name of queue === undefined ? this.known : [queue]) if (this.serves(name)) this.awake.add(name)
    this.fill()
  }

  /** Looks for queues that nobody told of, too. */
  async wakeAll(): Promise<void> {
    for (const name of await this.options.engine.store.busyQueues()) this.known.add(name)
    this.wake()
  }

  /**
   * Takes nothing more, waits for what runs, and hands back what is not done within the grace.
   * @returns how many jobs were handed back.
   */
  async stop(graceMs: number): Promise<number> {
    this.isStopping = true
    clearTimeout(this.timer)
    const grace = sleep(graceMs, undefined, { ref: false })
    await Promise.race([this.filling, grace])
    const ended = Promise.allSettled([...this.running.values()])
    await Promise.race([ended, grace])
    const left = [...this.running.keys()]
    for (const claim of left) claim.abort.abort(new Error('The worker stops'))
    if (left.length > 0) await this.options.engine.store.handBack(left)
    return left.length
  }

  private serves(queue: string): boolean {
    return this.options.queues.length === 0 || this.options.queues.includes(queue)
  }

  private fill(): void {
    if (this.isStopping) return
    if (this.filling) {
      this.isAskedAgain = true
      return
    }
    this.isAskedAgain = false
    this.filling = this.fillSlots()
      .then(() => {
        this.failures = 0
      })
      .catch((error: unknown) => this.recover(error))
      .finally(() => {
        this.filling = undefined
        // Words and free slots that came meanwhile.
        if (this.isAskedAgain && this.failures === 0) this.fill()
      })
  }

  private async fillSlots(): Promise<void> {
    const { engine } = this.options
    while (!this.isStopping) {
      const takes = this.allot()
      if (takes.size === 0) break
      for (const queue of takes.keys()) this.awake.delete(queue)
      const jobs = await engine.store.claim(engine.lease, takes, this.tasks).catch((error: unknown) => {
        for (const queue of takes.keys()) this.awake.add(queue)
        throw error
      })
      for (const [queue, take] of takes) {
        const taken = jobs.filter((job) => job.queue === queue)
        // Where keys are in play, what stands behind a job that must wait may be free.
        const isMixed = taken.some(({ concurrencyKey }) => concurrencyKey)
        if (taken.length === take || isMixed) this.awake.add(queue)
        else this.isTimerSet = false
      }
      for (const claim of engine.hold(jobs)) this.start(claim)
    }
    if (!this.isStopping && !this.isTimerSet && this.hasRoom()) await this.waitForNextDue()
  }

  private allot(): Map<string, number> {
    const { concurrency, queues } = this.options
    const running = new Map<string, number>()
    for (const { job } of this.running.keys()) running.set(job.queue, (running.get(job.queue) ?? 0) + 1)
    return allotSlots(
      this.awake,
      { total: concurrency, running, isSingleQueue: queues.length === 1 },
      this.credits,
    )
  }

  private hasRoom(): boolean {
    return this.running.size < this.options.concurrency
  }

  private async waitForNextDue(): Promise<void> {
    const names = [...this.known].filter((name) => this.serves(name) && !this.awake.has(name))
    const due = await this.options.engine.store.nextDue(names, this.tasks)
    clearTimeout(this.timer)
    this.isTimerSet = true
    if (due.size === 0 || this.isStopping) return
    const ms = Math.min(...due.values())
    this.timer = setTimeout(
      () => {
        this.isTimerSet = false
        for (const name of due.keys()) this.awake.add(name)
        this.fill()
      },
      Math.min(ms > 0 ? Math.ceil(ms) + 1 : blockedMs, longestWaitMs),
    )
  }

  private start(claim: Claim): void {
    const startedAt = performance.now()
    const { payload, engine, onEnd } = this.options
    const done = runClaim(payload, claim)
      .catch((error: unknown) => sayWhyNothingWasWritten(claim, error))
      .finally(() => {
        engine.release(claim)
        this.running.delete(claim)
        onEnd?.(claim, (performance.now() - startedAt) / 1000)
        this.fill()
      })
    this.running.set(claim, done)
  }

  private recover(error: unknown): void {
    this.failures += 1
    const waitMs = Math.min(200 * 2 ** this.failures, 5_000)
    const isAway = isDatabaseLoss(error)
    log[isAway ? 'warn' : 'error'](
      { err: error, waitMs },
      'The worker could not look for jobs; it tries again',
    )
    clearTimeout(this.timer)
    this.isTimerSet = false
    this.timer = setTimeout(() => {
      this.failures = 0
      this.wake()
    }, waitMs)
  }
}

function sayWhyNothingWasWritten({ job, abort }: Claim, error: unknown): void {
  const line = { job: job.id, task: job.taskSlug, err: error }
  if (error instanceof StaleClaimError || abort.signal.aborted)
    log.warn(line, 'A job was not ours any more when it ended; what it said was refused')
  else log.error(line, 'The outcome of a job could not be written; it is run again after its lease')
}
