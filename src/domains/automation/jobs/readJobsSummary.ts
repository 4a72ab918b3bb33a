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

/** Milliseconds for which a reading is as good as new. */
const freshMs: Record<Span, number> = { hour: 2_000, day: 30_000 }

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
  at: number
  rates: Promise<JobRates>
}

const readings = new WeakMap<Pool, Partial<Record<Span, Reading>>>()

function readRatesOnce(pool: Pool, span: Span): Promise<JobRates> {
  const known = readings.get(pool) ?? {}
  readings.set(pool, known)
  const last = known[span]
  if (last && performance.now() - last.at < freshMs[span]) return last.rates
  const rates = readJobRates(pool, { span })
  known[span] = { at: performance.now(), rates }
  rates.catch(() => delete known[span])
  return rates
}
