/** One AbortSignal for all the ways in which a command is told to stop. */

/** npm and a terminal may both pass on the same Ctrl-C; only a later one is a second one. */
const samePressMs = 700

/** @param onSecond what a second Ctrl-C does: the person has no more patience. */
export function stopSignal(onSecond: () => void): AbortSignal {
  const stop = new AbortController()
  let stoppedAt = 0
  const onSignal = () => {
    if (!stop.signal.aborted) {
      stoppedAt = performance.now()
      stop.abort()
    } else if (performance.now() - stoppedAt > samePressMs) onSecond()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return stop.signal
}
