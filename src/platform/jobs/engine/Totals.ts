import type pg from 'pg'
import { durationBounds, type JobOutcome } from '../totals'
import type { Claim } from './Claim'

interface Total {
  task: string
  queue: string
  outcome: JobOutcome
  jobs: number
  seconds: number
  /** Jobs at or below each bound, and all of them at the end. */
  buckets: number[]
}

/** Running totals for Prometheus, added to `job_totals` now and then, so that they outlive both worker and history. */
export class Totals {
  private sums = new Map<string, Total>()

  count({ job, end }: Claim, seconds: number): void {
    const task = job.taskSlug ?? 'workflow'
    const outcome = end ?? 'interrupted'
    const key = `${task} ${job.queue} ${outcome}`
    const buckets = [...durationBounds, Number.POSITIVE_INFINITY]
    const sum = this.sums.get(key) ?? {
      task,
      queue: job.queue,
      outcome,
      jobs: 0,
      seconds: 0,
      buckets: buckets.map(() => 0),
    }
    sum.jobs += 1
    sum.seconds += seconds
    sum.buckets = sum.buckets.map((count, index) => count + (seconds <= (buckets[index] ?? 0) ? 1 : 0))
    this.sums.set(key, sum)
  }

  /** What could not be written is kept for the next time. */
  async flush(pool: pg.Pool): Promise<void> {
    const sums = [...this.sums.values()]
    if (sums.length === 0) return
    this.sums = new Map()
    try {
      await pool.query(
        `insert into job_totals (task, queue, outcome, jobs, seconds, buckets)
         select task, queue, outcome, jobs, seconds, buckets from jsonb_to_recordset($1::jsonb)
           as t(task text, queue text, outcome text, jobs bigint, seconds double precision, buckets bigint[])
         order by task, queue, outcome
         on conflict (task, queue, outcome) do update set
           jobs = job_totals.jobs + excluded.jobs,
           seconds = job_totals.seconds + excluded.seconds,
           buckets = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by nth)
             from unnest(job_totals.buckets, excluded.buckets) with ordinality as u(a, b, nth))`,
        [JSON.stringify(sums)],
      )
    } catch (error) {
      for (const sum of sums) this.merge(sum)
      throw error
    }
  }

  private merge(sum: Total): void {
    const key = `${sum.task} ${sum.queue} ${sum.outcome}`
    const other = this.sums.get(key)
    if (!other) {
      this.sums.set(key, sum)
      return
    }
    other.jobs += sum.jobs
    other.seconds += sum.seconds
    other.buckets = other.buckets.map((count, index) => count + (sum.buckets[index] ?? 0))
  }
}
