/**
 * The queues and what they get of a worker. Source: SPEC, "automation". A weight is the share of the next free slots
 * when several queues have work; `slots` bounds how many a worker runs at once of what is heavy.
 */
export const queues = {
  publishing: { weight: 8 },
  webhooks: { weight: 6 },
  email: { weight: 4 },
  ai: { weight: 3 },
  generation: { weight: 2, slots: 2 },
  maintenance: { weight: 1, slots: 2 },
} as const satisfies Record<string, QueueShare>

export type QueueName = keyof typeof queues

export interface QueueShare {
  weight: number
  slots?: number
}

/** One slot of each worker with more than one is kept for it: readers see its outcome at a promised minute. */
export const urgentQueue: QueueName = 'publishing'

/** What a queue gets that nobody named here, such as Payload's own `default`. */
const unknownQueue: QueueShare = { weight: 2 }

export function shareOf(queue: string): QueueShare {
  return Object.hasOwn(queues, queue) ? queues[queue as QueueName] : unknownQueue
}
