import type { Field } from 'payload'

/**
 * What a safe claim needs beside Payload's own columns. Hand-written SQL of the migrations gives `runAt` its value
 * (the database's clock, or `waitUntil`) and makes the indexes; Payload 4 brings most of them itself.
 */
export const jobColumns: Field[] = [
  { name: 'runAt', type: 'date' },
  { name: 'startedAt', type: 'date' },
  /** The worker that holds the job, a row of `job_workers`. */
  { name: 'leaseOwner', type: 'text' },
  { name: 'leaseUntil', type: 'date' },
  /** Rises with each claim: a write that carries an older one comes from a worker that lost the job. */
  { name: 'fence', type: 'number', defaultValue: 0 },
  /** Workers that died with the job in their hands; not a try. */
  { name: 'crashCount', type: 'number', defaultValue: 0 },
  /** At most one job ever carries it: one tick of a schedule, one reminder. */
  { name: 'dedupeKey', type: 'text' },
]
