/** The worker process: runs queued jobs. Any number may be started; one is active and the others stand by. */
import { Command, InvalidArgumentError } from 'commander'
import { heartbeatEverySeconds, heartbeatKey } from '@/src/domains/operations'
import { env } from '@/src/platform/env'
import { openDatabase } from '@/src/platform/postgres'
import { serveUntilStopped } from '@/src/platform/processes'
import { runWorker } from '@/src/platform/worker'
import { loadPayload } from './support/loadPayload'
import { runCommand } from './support/runCommand'

const command = new Command('npm run worker --')
  .description('Runs queued jobs. Any number of workers may be started; one is active, the others stand by.')
  .option('--queues <names>', 'only these queues, separated by commas', listOf, [])
  .option('--concurrency <count>', 'jobs run at the same time', countOf, 5)

await runCommand(async (args) => {
  const { queues, concurrency } = command
    .parse(args, { from: 'user' })
    .opts<{ queues: string[]; concurrency: number }>()
  const database = await openDatabase()
  const stop = new AbortController()
  const finished = runWorker({
    directAddress: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    queues,
    concurrency,
    heartbeat: { key: heartbeatKey, everySeconds: heartbeatEverySeconds },
    loadPayload,
    signal: stop.signal,
  })
  const untilStopped = serveUntilStopped('worker', async () => {
    stop.abort()
    await finished
    await database.close()
  })
  await Promise.race([untilStopped, finished.then(() => untilStopped)])
})

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function countOf(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count
  throw new InvalidArgumentError('must be a whole number from 1 to 100')
}
