/** Queues what is due by the schedule, as long as this worker is the leader. */
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/src/platform/log'
import type { Engine } from './Engine'
import type { Leadership } from './Leadership'
import { type DueTick, queueTicks, untilNextTick } from './queueTicks'

/** A clock that is wrong, or a leader that died unnoticed, costs no more than this. */
const longestWaitMs = 5_000

export async function runScheduler(
  engine: Engine,
  leadership: Leadership,
  entries: DueTick[],
  signal: AbortSignal,
): Promise<void> {
  if (entries.length === 0) return
  while (await leadership.acquire(signal)) {
    try {
      const queued = await queueTicks(engine.pool(), entries)
      if (queued.length > 0) log.debug({ entries: queued }, 'Queued by the schedule')
    } catch (error) {
      log.warn({ err: error }, 'What the schedule asks for could not be queued; it is tried again')
    }
    const waitMs = Math.min(untilNextTick(entries, new Date()) + 5, longestWaitMs)
    await sleep(Math.max(waitMs, 50), undefined, { signal }).catch(() => {})
  }
  await leadership.release()
}
