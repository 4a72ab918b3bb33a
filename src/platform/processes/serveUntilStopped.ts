/** The life of a long-running process: works until told to stop or left by its supervisor, drains, exits. */
import { log } from '@/src/platform/log'

/** How long a process may take to finish what it has begun, below the supervisor's own patience. */
const defaultGraceMs = 5_000
/** Without a supervisor the next start may come any moment, and wants the port. */
const orphanGraceMs = 1_000

/**
 * Never resolves: the process ends here.
 * @param drain finishes what has begun; what is not done within the grace is cut off.
 */
export function serveUntilStopped(
  name: string,
  drain: () => Promise<void>,
  graceMs = defaultGraceMs,
): Promise<never> {
  let isStopping = false
  const stop = async (reason: string, patienceMs: number) => {
    if (isStopping) return
    isStopping = true
    log.debug({ process: name, reason }, 'Stopping')
    setTimeout(() => process.exit(0), patienceMs)
    await drain().catch((error: unknown) => log.error({ err: error }, `The ${name} did not stop cleanly`))
    process.exit(0)
  }
  process.on('SIGTERM', () => stop('SIGTERM', graceMs))
  process.on('SIGINT', () => stop('SIGINT', graceMs))
  process.on('disconnect', () => stop('its supervisor is gone', orphanGraceMs))
  // Payload rejects a promise that nobody awaits for some unknown paths in a filter: a line, not the end.
  process.on('unhandledRejection', (err) => log.error({ err }, `Nobody handled a failure in the ${name}`))
  process.send?.('ready')
  return new Promise(() => {})
}
