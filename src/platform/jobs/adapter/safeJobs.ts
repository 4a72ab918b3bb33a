/**
 * The seam between Payload's runner and our claims: every claim and every status write of the runner passes through
 * `updateJobs` of the database adapter. Payload 4 claims atomically by itself; see the README of this folder's parent.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, UpdateJobs } from 'payload'
import { env } from '@/src/platform/env'
import { log } from '@/src/platform/log'
import type { Claim } from '../engine/Claim'
import { Engine } from '../engine/Engine'
import { interruptionOf, logOf, outcomeOf, type RunnerWrite } from '../engine/outcomeOf'
import { StaleClaimError } from '../errors'
import { tasksOf } from '../tasksOf'

/**
 * On while Payload's runner itself works, off inside of task handlers: there the adapter behaves as ever. In it no
 * transaction is opened around a single statement, and keys in use are not asked for, because claims respect them.
 */
const inRunner = new AsyncLocalStorage<Claim>()

type JobUpdate = Parameters<UpdateJobs>[0]
type Job = NonNullable<Awaited<ReturnType<UpdateJobs>>>[number]

const engines = new WeakMap<object, Engine>()
const tellsOf = new WeakMap<object, ReadonlySet<string>>()

export function engineOf(payload: Pick<Payload, 'db'>): Engine {
  const engine = engines.get(payload.db)
  if (!engine) throw new Error('The database adapter has no safe queue')
  return engine
}

/** Tasks whose failure for good is told in a job of its own; known once the configuration is complete. */
export function tasksThatTell(payload: Pick<Payload, 'db' | 'config'>): ReadonlySet<string> {
  const known = tellsOf.get(payload.db)
  if (known) return known
  const tasks = tasksOf(payload.config)
  const telling = new Set(tasks.filter(({ whenGivenUp }) => whenGivenUp).map(({ slug }) => slug))
  tellsOf.set(payload.db, telling)
  return telling
}

/** The claim under which Payload's runner works just now: another one of the same job may be held meanwhile. */
export function claimFor(engine: Engine, id: string): Claim | undefined {
  const running = inRunner.getStore()
  return running?.id === id ? running : engine.claims.get(id)
}

export function outsideRunner<Result>(work: () => Result): Result {
  return inRunner.exit(work)
}

/** Runs one claimed job with Payload's runner. */
export async function runClaim(payload: Payload, claim: Claim): Promise<void> {
  await inRunner.run(claim, () => payload.jobs.runByID({ id: claim.id, overrideAccess: true, silent: true }))
}

export function safeJobs<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const engine = new Engine(env.DATABASE_URL)
  const { updateJobs, find, beginTransaction, destroy } = adapter
  engines.set(adapter, engine)

  adapter.beginTransaction = async (...args) =>
    inRunner.getStore() ? null : beginTransaction.apply(adapter, args)

  adapter.find = (async (args: Parameters<typeof find>[0]) =>
    inRunner.getStore() && args.collection === 'payload-jobs'
      ? { docs: [], totalDocs: 0 }
      : find.call(adapter, args)) as typeof find

  adapter.updateJobs = async function safeUpdateJobs(args) {
    try {
      return await update(args)
    } catch (error) {
      // Payload's helper has begun a transaction and would leave it open for ever.
      const id = await args.req?.transactionID
      if (id) await adapter.rollbackTransaction(id)
      throw error
    }
  }

  adapter.destroy = async () => {
    await engine.close()
    await destroy?.call(adapter)
  }

  async function update(args: JobUpdate): Promise<Job[] | null> {
    const data = unwrap(args.data)
    if (data.processing === true) return claim(args)
    const held = args.id === undefined ? undefined : claimFor(engine, String(args.id))
    if (held) return [await write(held, data)]
    // Only a runner counts tries: this one's claim is gone, and its word with it.
    if (args.id !== undefined && data.totalTried !== undefined) throw new StaleClaimError(String(args.id))
    return updateJobs.call(adapter, { ...args, data: args.data })
  }

  async function claim({ id, where, limit, sort, req }: JobUpdate): Promise<Job[]> {
    const held = id === undefined ? undefined : claimFor(engine, String(id))
    if (held && !held.isTakenByRunner) {
      held.isTakenByRunner = true
      return [asJob(held)]
    }
    const isByWhere = id === undefined
    const ids = isByWhere ? await findIds({ where, limit, sort, req }) : [String(id)]
    const claims = engine.hold(await engine.store.claimByIds(engine.lease, ids, isByWhere))
    for (const each of claims) each.isTakenByRunner = true
    return claims.map(asJob)
  }

  async function findIds({ where, limit, sort, req }: Omit<JobUpdate, 'data'>): Promise<string[]> {
    const { docs } = await find.call(adapter, {
      collection: 'payload-jobs',
      where,
      limit,
      sort,
      pagination: false,
      select: { createdAt: true },
      req,
    } as Parameters<typeof find>[0])
    return docs.map((doc) => String((doc as { id: unknown }).id))
  }

  async function write(held: Claim, data: RunnerWrite): Promise<Job> {
    const item = data.log && !Array.isArray(data.log) ? data.log.$push : undefined
    if (item) held.keepLog(item)
    const ends = data.processing === false
    // The only step of a single task: its log goes along with the write that ends it.
    if (!ends && held.job.taskSlug) return asJob(held)
    if (ends && held.isInterrupted) await settleInterrupted(held)
    else await settle(held, data, ends)
    held.job = { ...held.job, ...known(data), log: held.job.log, processing: !ends }
    return asJob(held)
  }

  async function settle(held: Claim, data: RunnerWrite, ends: boolean): Promise<void> {
    const outcome = outcomeOf(held, data, tasksThatTell(adapter.payload))
    if (ends && outcome.error && !outcome.completed) sayFailure(held, outcome.has_error)
    try {
      await engine.settler.settle(outcome, logOf(held, held.takeLog()))
      if (ends) held.end = outcome.completed ? 'completed' : outcome.has_error ? 'failed' : 'retried'
    } catch (error) {
      if (error instanceof StaleClaimError) await learnCancelled(held)
      throw error
    } finally {
      if (ends) engine.release(held)
    }
  }

  async function settleInterrupted(held: Claim): Promise<void> {
    log.warn({ job: held.id, task: held.job.taskSlug }, 'The database went away under a job; it is run again')
    held.takeLog()
    held.end = 'interrupted'
    // A database that answers all others was not away: what goes on breaking its own connection is given up.
    const isItsOwn = await engine.store.isAnswering()
    const outcome = interruptionOf(held, isItsOwn, tasksThatTell(adapter.payload))
    if (outcome.has_error) sayFailure(held, true)
    await engine.settler.settle(outcome, []).finally(() => engine.release(held))
  }

  /** Somebody cancelled it meanwhile: Payload's runner then stops by itself. */
  async function learnCancelled(held: Claim): Promise<void> {
    const job = await engine.store.find(held.id)
    if (!job?.error || typeof job.error !== 'object' || !('cancelled' in job.error)) return
    held.abort.abort(new Error('The job was cancelled'))
  }

  return adapter
}

/** Payload's runner hands over `{ id, data }` once, where it means `data`. */
function unwrap(data: Record<string, unknown>): RunnerWrite {
  return (typeof data.data === 'object' && data.data !== null ? data.data : data) as RunnerWrite
}

function known({ log: _, ...data }: RunnerWrite): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null))
}

function asJob({ job }: Claim): Job {
  return { ...job, log: [...job.log] } as unknown as Job
}

function sayFailure({ job, failure }: Claim, isFinal: boolean): void {
  const line = { job: job.id, task: job.taskSlug, tries: job.totalTried + 1, err: failure }
  if (isFinal) log.error(line, 'A job failed for good')
  else log.warn(line, 'A job failed; it is tried again')
}
