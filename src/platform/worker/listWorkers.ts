/** The workers that gave a sign of life, by the database's clock: a web process whose clock is wrong sees them as well. */
import type { Client, Pool } from 'pg'

export interface WorkerSign {
  id: string
  host: string
  pid: number
  /** Empty: all. */
  queues: string[]
  /** Jobs that it runs at the same time, at most. */
  concurrency: number
  running: number
  /** `stale`: it gave no sign for so long that it must be taken for dead. */
  state: 'working' | 'draining' | 'stale'
  startedAt: string
  seenSecondsAgo: number
}

/** Three missed beats of 10 seconds, and a little more. */
export const staleAfterSeconds = 40

/** A worker that ends in order takes its row along; one that was killed is shown for so long. */
const forgottenAfter = '1 hour'

interface Row extends Omit<WorkerSign, 'state' | 'startedAt'> {
  state: string
  startedAt: Date
}

/** The most recently seen first. */
export async function listWorkers(database: Client | Pool): Promise<WorkerSign[]> {
  const { rows } = await database.query<Row>(
    `select id, host, pid, queues, concurrency, running, state, started_at as "startedAt",
       greatest(0, extract(epoch from clock_timestamp() - seen_at))::double precision as "seenSecondsAgo"
     from job_workers where seen_at > now() - interval '${forgottenAfter}' order by seen_at desc, id limit 200`,
  )
  return rows.map((row) => ({
    ...row,
    state:
      row.seenSecondsAgo > staleAfterSeconds ? 'stale' : row.state === 'draining' ? 'draining' : 'working',
    startedAt: row.startedAt.toISOString(),
    seenSecondsAgo: Math.round(row.seenSecondsAgo * 10) / 10,
  }))
}

/** Seconds since any worker showed that it is alive; null when none did of late. */
export async function readHeartbeatAge(database: Client | Pool): Promise<number | null> {
  const [latest] = await listWorkers(database)
  return latest ? Math.round(latest.seenSecondsAgo) : null
}

export function isFresh(heartbeatAgeSeconds: number | null): boolean {
  return heartbeatAgeSeconds !== null && heartbeatAgeSeconds <= staleAfterSeconds
}
