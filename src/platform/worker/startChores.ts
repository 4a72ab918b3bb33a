import type { Payload } from 'payload'
import { log } from '../log'

/** Something that is looked after every few seconds. Several workers may do so at once. */
export interface Chore {
  /** What is said when it fails; it is tried again. */
  failure: string
  everyMs: number
  run: (payload: Payload) => Promise<unknown>
}

/** @returns what stops them, after those that are under way. */
export function startChores(chores: Chore[], payload: Payload): () => Promise<void> {
  const running = new Map<Chore, Promise<void>>()
  const begin = (chore: Chore) => {
    if (running.has(chore)) return
    const run = chore
      .run(payload)
      .catch((error: unknown) => log.warn({ err: error }, chore.failure))
      .then(() => void running.delete(chore))
    running.set(chore, run)
  }
  const timers = chores.map((chore) => {
    begin(chore)
    return setInterval(begin, chore.everyMs, chore)
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
