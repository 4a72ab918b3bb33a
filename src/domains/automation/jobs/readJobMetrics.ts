/** The queue for Prometheus, as the database knows it: the same from whichever process it is asked. */
import type { Client, Pool } from 'pg'
import { Gauge, type Metric, Registry } from 'prom-client'
import { durationBounds, outcomes } from '@/src/platform/jobs/totals'
import { listWorkers, type WorkerSign } from '@/src/platform/worker/listWorkers'
import { type QueueNumbers, readQueueNumbers } from './readQueueNumbers'

interface TotalRow {
  task: string
  queue: string
  outcome: string
  jobs: string
  seconds: number
  buckets: string[]
}

/** In Prometheus' text format. @throws when the database does not answer. */
export async function readJobMetrics(database: Client | Pool): Promise<string> {
  const [numbers, workers, totals] = await Promise.all([
    readQueueNumbers(database),
    listWorkers(database),
    database.query<TotalRow>('select task, queue, outcome, jobs, seconds, buckets from job_totals'),
  ])
  const registry = new Registry()
  addQueues(registry, numbers)
  addWorkers(registry, workers)
  addTotals(registry, totals.rows)
  return registry.metrics()
}

function addQueues(registry: Registry, numbers: QueueNumbers[]): void {
  const registers = [registry]
  const jobs = new Gauge({
    name: 'masthead_queue_jobs',
    help: 'Jobs in a queue that are not done, by state.',
    labelNames: ['queue', 'state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'masthead_queue_oldest_seconds',
    help: 'For how long the job that waits longest has been due; 0 when none waits.',
    labelNames: ['queue'],
    registers,
  })
  for (const { queue, oldestSeconds, ...counts } of numbers) {
    for (const [state, count] of Object.entries(counts)) jobs.set({ queue, state }, count)
    oldest.set({ queue }, oldestSeconds ?? 0)
  }
}

function addWorkers(registry: Registry, workers: WorkerSign[]): void {
  const registers = [registry]
  const count = new Gauge({
    name: 'masthead_workers',
    help: 'Workers, by state; stale ones gave no sign of life for 40 seconds.',
    labelNames: ['state'],
    registers,
  })
  const labelNames = ['host', 'pid'] as const
  const seen = new Gauge({
    name: 'masthead_worker_seen_seconds',
    help: 'Seconds since the last sign of life of a worker.',
    labelNames,
    registers,
  })
  const running = new Gauge({
    name: 'masthead_worker_jobs',
    help: 'Jobs that a worker ran when it gave its last sign of life.',
    labelNames,
    registers,
  })
  for (const state of ['working', 'draining', 'stale'])
    count.set({ state }, workers.filter((worker) => worker.state === state).length)
  for (const { host, pid, seenSecondsAgo, running: jobs } of workers) {
    seen.set({ host, pid }, seenSecondsAgo)
    running.set({ host, pid }, jobs)
  }
}

function addTotals(registry: Registry, rows: TotalRow[]): void {
  registry.registerMetric(
    ready({
      name: 'masthead_jobs_total',
      help: 'Runs of jobs since the installation began, by how they ended.',
      type: 'counter',
      values: withZeros(rows).map(({ jobs, ...labels }) => ({ labels, value: Number(jobs) })),
    }),
  )
  registry.registerMetric(
    ready({
      name: 'masthead_job_duration_seconds',
      help: 'How long runs of jobs took, by how they ended.',
      type: 'histogram',
      values: rows.flatMap(histogramOf),
    }),
  )
}

/** A counter that begins with its first failure shows no rise: the other outcomes of a task are there from the start. */
function withZeros(rows: TotalRow[]) {
  const known = new Map(
    rows.flatMap(({ task, queue }) =>
      outcomes.map((outcome) => [
        `${task} ${queue} ${outcome}`,
        { task, queue, outcome: `${outcome}`, jobs: '0' },
      ]),
    ),
  )
  for (const { task, queue, outcome, jobs } of rows)
    known.set(`${task} ${queue} ${outcome}`, { task, queue, outcome, jobs })
  return [...known.values()]
}

interface Value {
  labels: Record<string, string | number>
  value: number
  metricName?: string
}

function histogramOf({ task, queue, outcome, jobs, seconds, buckets }: TotalRow): Value[] {
  const labels = { task, queue, outcome }
  const name = 'masthead_job_duration_seconds'
  const bars = durationBounds.map((le, index) => ({
    labels: { ...labels, le },
    value: Number(buckets[index] ?? 0),
    metricName: `${name}_bucket`,
  }))
  return [
    ...bars,
    { labels: { ...labels, le: '+Inf' }, value: Number(jobs), metricName: `${name}_bucket` },
    { labels, value: seconds, metricName: `${name}_sum` },
    { labels, value: Number(jobs), metricName: `${name}_count` },
  ]
}

/** prom-client counts for itself; this one was counted elsewhere. */
function ready(metric: { name: string; help: string; type: string; values: Value[] }): Metric {
  return { ...metric, get: async () => metric, reset: () => {} } as unknown as Metric
}
