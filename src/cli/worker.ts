/** The worker process: runs queued jobs. Any number may be started; they share the queue. */
import { Command, InvalidArgumentError } from 'commander'
import { chores } from '@/src/domains/chores'
import { schedule } from '@/src/domains/schedule'
import { env } from '@/src/platform/env'
import { renderProcessMetrics } from '@/src/platform/metrics'
import { openDatabase } from '@/src/platform/postgres'
import { serveUntilStopped } from '@/src/platform/processes'
import { startWorker, type Worker } from '@/src/platform/worker'
import { serveHealth } from '@/src/platform/worker/serveHealth'
import { loadPayload } from './support/loadPayload'
import { runCommand } from './support/runCommand'

/** Of the grace, what is left for handing back and closing when jobs used up theirs. */
const closingMs = 1_000

const command = new Command('npm run worker --')
  .description(
    'Runs queued jobs. Start as many as you like, on as many machines: each job is run by one of them.',
  )
  .option('--queues <names>', 'only these queues, separated by commas', listOf, [])
  .option('--concurrency <count>', 'jobs run at the same time', numberUpTo(100), 8)
  .option('--grace <seconds>', 'after SIGTERM, what is not finished is handed back', numberUpTo(3_600), 5)

await runCommand(async (args) => {
  const { queues, concurrency, grace } = command
    .parse(args, { from: 'user' })
    .opts<{ queues: string[]; concurrency: number; grace: number }>()
  const database = await openDatabase()
  const directAddress = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL
  let worker: Worker | undefined
  // Asked before it works: a liveness probe should not wait until the configuration is loaded.
  const health = env.WORKER_PORT
    ? await serveHealth({
        port: env.WORKER_PORT,
        host: env.WORKER_HOST,
        isReady: () => worker?.isReady ?? false,
        metrics: renderProcessMetrics,
      })
    : undefined
  const starting = loadPayload()
    .then((payload) => startWorker({ payload, directAddress, queues, concurrency, schedule, chores }))
    .then((started) => {
      worker = started
      return started
    })
  const untilStopped = serveUntilStopped(
    'worker',
    async () => {
      const started = await starting
      await started.stop(Math.max(0, grace * 1000 - closingMs))
      await health?.close()
      await database.close()
    },
    grace * 1000,
  )
  await Promise.race([untilStopped, starting.then(() => untilStopped)])
})

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function numberUpTo(largest: number) {
  return (text: string): number => {
    const count = Number(text)
    if (Number.isInteger(count) && count >= 1 && count <= largest) return count
    throw new InvalidArgumentError(`must be a whole number from 1 to ${largest}`)
  }
}
