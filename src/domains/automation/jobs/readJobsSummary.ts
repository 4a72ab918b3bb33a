/** What the jobs screen shows above its list. Many screens and scrapes share one reading for a moment. */
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { z } from 'zod'
import { poolOf } from '@/src/platform/payload/poolOf'
import { listWorkers, type WorkerSign } from '@/src/platform/worker/listWorkers'
import { type JobRates, readJobRates, type Span } from './readJobRates'
import { type QueueNumbers, readQueueNumbers, sumOf } from './readQueueNumbers'

export const JobsSummaryInput = z.object({ span: z.enum(['hour', 'day']).default('hour') })

export interface JobsSummary {
  /** Over all queues; `done` within the span alone. */
  counts: Omit<QueueNumbers, 'queue'> & { done: number }
  queues: QueueNumbers[]
  rates: JobRates
  workers: WorkerSign[]
}

/** Milliseconds for which a reading is as good as new, at least. */
const freshMs: Record<Span, number> = { hour: 2_000, day: 30_000 }

/** A reading of a busy hour takes long: it is then made so much more seldom that it costs a twentieth of a processor. */
const restPerWork = 20

export async function readJobsSummary(
  req: PayloadRequest,
  { span }: z.output<typeof JobsSummaryInput>,
): Promise<JobsSummary> {
  const pool = poolOf(req)
  const [queues, rates, workers] = await Promise.all([
    readQueueNumbers(pool),
    readRatesOnce(pool, span),
    listWorkers(pool),
  ])
  return { counts: { ...sumOf(queues), done: rates.done }, queues, rates, workers }
}

interface Reading {
  freshUntil: number
  rates: Promise<JobRates>
}

const readings = new WeakMap<Pool, Partial<Record<Span, Reading>>>()

function readRatesOnce(pool: Pool, span: Span): Promise<JobRates> {
  const known = readings.get(pool) ?? {}
  readings.set(pool, known)
  const last = known[span]
  if (last && performance.now() < last.freshUntil) return last.rates
  const begunAt = performance.now()
  const rates = readJobRates(pool, { span })
  const reading: Reading = { freshUntil: Number.POSITIVE_INFINITY, rates }
  known[span] = reading
  rates.then(
    () => {
      const tookMs = performance.now() - begunAt
      reading.freshUntil = begunAt + Math.max(freshMs[span], tookMs * restPerWork)
    },
    () => delete known[span],
  )
  return rates
}
