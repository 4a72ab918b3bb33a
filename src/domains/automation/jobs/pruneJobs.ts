import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'

/** Days for which history is kept. What went wrong is asked about longer. */
export const keptDays = { done: 7, failed: 30 }

/** Rows in one statement: short enough to be in nobody's way. */
const batchSize = 1_000

export interface Pruned {
  done: number
  failed: number
}

/** Clears away old history, batch by batch, until nothing is left or `signal` says stop. What waits or runs stays. */
export async function pruneJobs(
  req: PayloadRequest,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Pruned> {
  const done = await prune(
    req,
    sql`completed_at < now() - make_interval(days => ${keptDays.done}) order by completed_at`,
    signal,
  )
  const failed = await prune(
    req,
    sql`has_error and updated_at < now() - make_interval(days => ${keptDays.failed}) order by updated_at`,
    signal,
  )
  return { done, failed }
}

/** Tries and effects of a job go with it. */
async function prune(
  req: PayloadRequest,
  old: ReturnType<typeof sql>,
  signal?: AbortSignal,
): Promise<number> {
  let total = 0
  while (!signal?.aborted) {
    const rows = await execute(
      req,
      sql`delete from payload_jobs where id in (
            select id from payload_jobs where processing is not true and ${old} limit ${batchSize}
            for update skip locked)
          returning id`,
    )
    total += rows.length
    if (rows.length < batchSize) break
  }
  return total
}
