import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { StaleClaimError } from './errors'
import { claimOf } from './jobContext'

/**
 * An effect in the database that happens exactly once a job, however often the job runs: its row and the effect
 * commit together. A worker that lost the job meanwhile is refused and nothing of its effect stays.
 * @returns what the effect returned, the first time and every time after; it must be JSON.
 * @throws StaleClaimError JOB_LOST
 */
export function onceForJob<Result>(
  req: PayloadRequest,
  effect: () => Promise<Result>,
  key = 'effect',
): Promise<Result> {
  const { id, fence } = claimOf(req)
  return inTransaction(req, async () => {
    // A second worker with the same job waits here until the first one's transaction ends.
    const [first] = await execute<{ key: string }>(
      req,
      sql`insert into job_effects (job_id, key) values (${id}, ${key}) on conflict do nothing returning key`,
    )
    if (!first) return readOutput<Result>(req, id, key)
    const result = await effect()
    await execute(
      req,
      sql`update job_effects set output = ${JSON.stringify(result ?? null)}::jsonb where job_id = ${id} and key = ${key}`,
    )
    const [held] = await execute(
      req,
      sql`select 1 from payload_jobs where id = ${id} and fence = ${fence} and processing`,
    )
    if (!held) throw new StaleClaimError(id)
    return result
  })
}

async function readOutput<Result>(req: PayloadRequest, id: string, key: string): Promise<Result> {
  const [row] = await execute<{ output: Result }>(
    req,
    sql`select output from job_effects where job_id = ${id} and key = ${key}`,
  )
  return (row as { output: Result }).output
}
