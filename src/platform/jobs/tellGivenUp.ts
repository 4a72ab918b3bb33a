import { sql } from '@payloadcms/db-postgres'
import { execute } from '@/src/platform/payload/execute'
import type { Task } from './task'
import { tasksOf } from './tasksOf'

/** Queued by the database in the same statement that gives a job up, so that no failure goes untold. */
export const tellGivenUp: Task<{ input: { id: string }; output: object }> = {
  slug: 'tellGivenUp',
  label: 'Tell of a job that failed for good',
  queue: 'publishing',
  inputSchema: [{ name: 'id', type: 'text', required: true }],
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 2_000 } },
  handler: async ({ req, input }) => {
    const [job] = await execute<{
      id: string
      task: string
      input: Record<string, unknown>
      message: string
    }>(
      req,
      sql`select id, task_slug as task, input, coalesce(error->>'message', 'It left no reason.') as message
          from payload_jobs where id = ${input.id} and has_error`,
    )
    // Tried again by hand meanwhile: there is nothing to tell.
    if (!job) return { output: {} }
    await tasksOf(req.payload.config)
      .find(({ slug }) => slug === job.task)
      ?.whenGivenUp?.(req, job)
    return { output: {} }
  },
}
