/** Numbers for Prometheus: what this process counts as it goes. What the database knows is read when asked for. */
import { type CacheFigures, instruments, type WatchedPool, watched } from './sharedMetrics'

export type { CacheFigures } from './sharedMetrics'

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Strangers choose their methods: those that HTTP does not know are counted as one. */
export function observeRequest(method: string | undefined, status: number, seconds: number): void {
  const { requests, durations } = instruments()
  const known = method && knownMethods.has(method) ? method : 'other'
  requests.inc({ method: known, status: `${Math.floor(status / 100)}xx` })
  durations.observe({ method: known }, seconds)
}

/** The pool of that name is the one that is shown from now on. */
export function watchPool(name: string, pool: WatchedPool): void {
  watched().pools.set(name, pool)
}

/** Without any cache there are no figures of one. */
export function watchCache(name: string, read: () => CacheFigures): void {
  watched().caches.set(name, read)
}

/** In Prometheus' text format. */
export function renderProcessMetrics(): Promise<string> {
  return instruments().registry.metrics()
}

/** Of `renderProcessMetrics`, and of all that is joined to it. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'
