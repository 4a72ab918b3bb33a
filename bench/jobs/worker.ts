/** One worker of the bench: ours, Payload's own queue as it comes, or a bare loop. Works when told to go. */
import { resolve } from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, getPayload } from 'payload'
import pg from 'pg'
import { env } from '@/src/platform/env'
import { jobsConfig } from '@/src/platform/jobs/jobsConfig'
import { log } from '@/src/platform/log'
import { database } from '@/src/platform/payload/database'
import { startWorker } from '@/src/platform/worker'
import { benchTask } from './tasks'

const jobsAtOnce = 10
const told = new Promise<void>((resolveTold) => process.once('message', () => resolveTold()))

const kinds: Record<string, () => Promise<void>> = {
  ours: async () => {
    const jobs = jobsConfig([benchTask])
    const payload = await getPayload({ config: configOf(database(resolve('migrations')), jobs) })
    process.send?.('ready')
    await told
    const directAddress = env.DATABASE_URL
    await startWorker({
      payload,
      directAddress,
      queues: ['webhooks'],
      concurrency: jobsAtOnce,
      schedule: [],
      chores: [],
    })
  },
  payload: async () => {
    const db = postgresAdapter({
      idType: 'uuidv7',
      push: false,
      migrationDir: resolve('migrations'),
      pool: { connectionString: env.DATABASE_URL, max: 10 },
    })
    const { access: _, ...ours } = jobsConfig([])
    const jobs = { ...ours, tasks: [benchTask], enableConcurrencyControl: false, deleteJobOnComplete: false }
    const payload = await getPayload({ config: configOf(db, jobs) })
    process.send?.('ready')
    await told
    for (;;) await payload.jobs.run({ queue: 'webhooks', limit: jobsAtOnce, silent: true }).catch(() => {})
  },
  bare: async () => {
    const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: jobsAtOnce })
    process.send?.('ready')
    await told
    await Promise.all(Array.from({ length: jobsAtOnce }, () => loop(pool)))
  },
}

const [, , kind = ''] = process.argv
await kinds[kind]?.()

function configOf(db: ReturnType<typeof postgresAdapter>, jobs: ReturnType<typeof jobsConfig>) {
  return buildConfig({ secret: env.PAYLOAD_SECRET, db, jobs, logger: log, telemetry: false })
}

/** A claim, the job, its end. */
async function loop(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ id: number }>(
      `update bench_queue set taken = true where id =
         (select id from bench_queue where not taken order by id limit 1 for update skip locked) returning id`,
    )
    const id = rows[0]?.id
    if (id === undefined) return
    await pool.query('update bench_effects set runs = runs + 1, at = clock_timestamp() where id = $1', [id])
    await pool.query('update bench_queue set done = true where id = $1', [id])
  }
}
