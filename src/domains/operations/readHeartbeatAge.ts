/** Apart from readHealth, whose look at migrations brings the embedded server along: the panel needs only this. */
import type { Client, Pool } from 'pg'
import { now } from '@/src/platform/clock'
import { heartbeatKey, heartbeatMaxAgeSeconds } from './heartbeat'

/** Seconds since any worker showed that it is alive; null when none ever did. */
export async function readHeartbeatAge(database: Client | Pool): Promise<number | null> {
  const { rows } = await database.query<{ at: string }>(
    "select data->>'at' as at from payload_kv where key = $1",
    [heartbeatKey],
  )
  const at = rows[0]?.at
  return at ? Math.max(0, Math.round((now().getTime() - Date.parse(at)) / 1000)) : null
}

export function isFresh(heartbeatAgeSeconds: number | null): boolean {
  return heartbeatAgeSeconds !== null && heartbeatAgeSeconds <= heartbeatMaxAgeSeconds
}
