import { shareOf, urgentQueue } from '../queues'

export interface Slots {
  /** Jobs this worker runs at once. */
  total: number
  running: ReadonlyMap<string, number>
  /** Whether it serves one queue only, which may then have everything. */
  isSingleQueue: boolean
}

/**
 * Who gets the free slots: by weight among the queues that may have work, as smooth weighted round robin, so that no
 * flood in one queue keeps another waiting. The urgent queue always finds a slot; no other may fill a whole worker.
 * @param credits what each queue is owed from before; changed here.
 */
export function allotSlots(
  queues: Iterable<string>,
  slots: Slots,
  credits: Map<string, number>,
): Map<string, number> {
  const takes = new Map<string, number>()
  const candidates = [...queues]
  const roomFor = (queue: string) => room(queue, slots, takes)
  for (;;) {
    const open = candidates.filter((queue) => roomFor(queue) > 0)
    const sum = open.reduce((total, queue) => total + shareOf(queue).weight, 0)
    let next: string | undefined
    for (const queue of open) {
      credits.set(queue, (credits.get(queue) ?? 0) + shareOf(queue).weight)
      if (next === undefined || (credits.get(queue) ?? 0) > (credits.get(next) ?? 0)) next = queue
    }
    if (next === undefined) return takes
    credits.set(next, (credits.get(next) ?? 0) - sum)
    takes.set(next, (takes.get(next) ?? 0) + 1)
  }
}

function room(queue: string, { total, running, isSingleQueue }: Slots, takes: Map<string, number>): number {
  const used = (name: string) => (running.get(name) ?? 0) + (takes.get(name) ?? 0)
  const names = new Set([...running.keys(), ...takes.keys()])
  const usedByAll = [...names].reduce((sum, name) => sum + used(name), 0)
  const free = total - usedByAll
  if (isSingleQueue || total === 1 || queue === urgentQueue) return free
  const keptForUrgent = used(urgentQueue) > 0 ? 0 : 1
  const bound = Math.min(shareOf(queue).slots ?? total, total >= 4 ? total - 2 : total - 1)
  return Math.min(free - keptForUrgent, bound - used(queue))
}
