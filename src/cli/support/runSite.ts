/** The whole CMS as one command: settings, database, content, build, processes; and everything stopped in order. */
import { setTimeout as sleep } from 'node:timers/promises'
import { env, envFilePath, isSet, loadEnvFile } from '@/src/platform/env'
import { ensureEnvFile } from '@/src/platform/envFile'
import { log } from '@/src/platform/log'
import { type OpenDatabase, openDatabase } from '@/src/platform/postgres'
import { Supervisor, stopSignal } from '@/src/platform/processes'
import { processLockNote, tryProcessLock } from '@/src/platform/processLock'
import { Refusal } from '@/src/platform/refusal'
import { commandOf } from './commandOf'
import { refuseTakenPort } from './listenOn'
import { packageVersion } from './packageVersion'
import { prepareIfNeeded } from './prepareIfNeeded'
import { duration, paint, say } from './say'
import { showSignIn } from './showSignIn'
import { step } from './steps'

type Site = {
  /** Extra arguments of the web process. */
  webArguments?: string[]
  /** What must be done before the web process can start. */
  build?: (signal: AbortSignal) => Promise<void>
}

const healthEveryMs = 3_000

export async function runSite({ webArguments = [], build }: Site): Promise<void> {
  const startedAt = performance.now()
  const supervisor = new Supervisor()
  const signal = stopSignal(() => {
    supervisor.kill()
    process.exit(130)
  })
  say.line(`\n${paint('bold', 'Masthead')} ${paint('dim', packageVersion())}\n`)
  await step('Settings', prepareSettings)
  const lock = await lockDataFolder()
  await refuseTakenPort(env.PORT)
  let database: OpenDatabase | undefined
  try {
    await step('Database', async () => {
      database = await openDatabase()
      return database.story
    })
    if (!database) return
    const admin = await prepareIfNeeded(signal)
    await build?.(signal)
    refuseWhenStopped(signal)
    await step('Processes', async () => {
      await untilStopped(startProcesses(supervisor, webArguments), signal)
      return 'web and worker are running'
    })
    lock.setNote(JSON.stringify({ pid: process.pid, url: env.SITE_URL }))
    say.line(
      `\n${paint('green', 'Ready')} ${paint('dim', `in ${duration(performance.now() - startedAt)}`)}\n`,
    )
    say.line(`  Site      ${paint('cyan', env.SITE_URL)}`)
    say.line(`  Panel     ${paint('cyan', `${env.SITE_URL}/admin`)}`)
    showSignIn(admin)
    say.line(`\n  ${paint('dim', 'Ctrl-C stops everything.')}\n`)
    await watchUntilStopped(supervisor, database, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await stopInOrder(supervisor, database, signal)
    await lock.release()
  }
}

async function prepareSettings(): Promise<string> {
  const outcome = ensureEnvFile(envFilePath())
  loadEnvFile()
  const where = env.APP_ENV
  // Parsed above as a whole; this one is the only setting that must be there.
  if (!isSet('PAYLOAD_SECRET'))
    throw new Refusal('ENV_INVALID', 'PAYLOAD_SECRET is empty: give it a value of at least 32 characters.')
  const stories = {
    made: 'wrote .env with a new secret',
    completed: 'added the missing secret to .env',
    kept: 'read',
  }
  return `${stories[outcome]}, ${where}`
}

async function lockDataFolder() {
  const name = `start:${env.DATA_DIR}`
  const lock = await tryProcessLock(name)
  if (lock) return lock
  const note = (await processLockNote(name)) || '{}'
  const { pid, url } = JSON.parse(note) as { pid?: number; url?: string }
  const where = url ? `: ${url} (process ${pid})` : ', and is still starting'
  throw new Refusal(
    'ALREADY_RUNNING',
    `Masthead already runs with this data folder${where}. Stop it there with Ctrl-C, or give this one a DATA_DIR of its own.`,
  )
}

async function startProcesses(supervisor: Supervisor, webArguments: string[]): Promise<void> {
  await Promise.all([
    supervisor.start({ name: 'web', ...commandOf('web', ...webArguments) }),
    supervisor.start({ name: 'worker', ...commandOf('worker') }),
  ])
}

async function watchUntilStopped(
  supervisor: Supervisor,
  database: OpenDatabase,
  signal: AbortSignal,
): Promise<void> {
  const heal = async () => {
    while (!signal.aborted) {
      await sleep(healthEveryMs, undefined, { signal }).catch(() => {})
      if (!signal.aborted && (await database.heal())) log.warn('The database had died; it was started again')
    }
  }
  await Promise.race([heal(), supervisor.failed])
}

async function stopInOrder(supervisor: Supervisor, database: OpenDatabase | undefined, signal: AbortSignal) {
  const startedAt = performance.now()
  if (signal.aborted) say.line(`\n${paint('dim', 'Stopping …')}`)
  await supervisor.stop()
  await database?.close()
  if (signal.aborted) say.success(`Stopped in ${duration(performance.now() - startedAt)}.`)
}

function refuseWhenStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('STOPPED', 'Stopped.')
}

function untilStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Refusal('STOPPED', 'Stopped.')))
  })
  return Promise.race([work, stopped])
}
