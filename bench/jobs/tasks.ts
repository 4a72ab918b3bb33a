/** The job of the bench: one UPDATE, which also counts how often it ran. */
import { sql } from '@payloadcms/db-postgres'
import type { AnyTask } from '@/src/platform/jobs/guardTask'
import { execute } from '@/src/platform/payload/execute'

export const benchTables = `
  create table bench_effects (id integer primary key, runs integer not null default 0, at timestamptz);
  create table bench_queue (id integer primary key, done boolean not null default false, taken boolean not null default false);
  create index bench_queue_open on bench_queue (id) where not taken`

export const benchTask: AnyTask = {
  slug: 'benchUpdate',
  queue: 'webhooks',
  retries: 0,
  handler: async ({ req, input }) => {
    const { n } = input as { n: number }
    await execute(req, sql`update bench_effects set runs = runs + 1, at = clock_timestamp() where id = ${n}`)
    return { output: {} }
  },
}
