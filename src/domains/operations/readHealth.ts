/** How the installation is, in plain SQL, so that the front answers without Payload. Holds no secrets. */
import type { Pool } from 'pg'
import { readMigrationState } from '@/src/platform/migrate'
import { isFresh, readHeartbeatAge } from './readHeartbeatAge'

export type HealthSources = {
  pool: Pool
  /** Names of the migrations that this code brings. */
  migrationNames: string[]
  version: string
  isServing: boolean
}

export type Health = {
  /** `degraded`: the site answers, but something that it needs sooner or later does not work. */
  status: 'ok' | 'degraded' | 'down'
  version: string
  uptimeSeconds: number
  isServing: boolean
  database: 'ok' | 'unreachable'
  pendingMigrations: number | null
  unknownMigrations: number | null
  worker: { status: 'ok' | 'missing'; heartbeatAgeSeconds: number | null }
}

export async function readHealth({
  pool,
  migrationNames,
  version,
  isServing,
}: HealthSources): Promise<Health> {
  const facts = await readFacts(pool, migrationNames).catch(() => undefined)
  const isWorkerAlive = isFresh(facts?.heartbeatAgeSeconds ?? null)
  const isReady = isServing && facts !== undefined && facts.pending === 0
  return {
    status: !isReady ? 'down' : isWorkerAlive && facts.unknown === 0 ? 'ok' : 'degraded',
    version,
    uptimeSeconds: Math.round(process.uptime()),
    isServing,
    database: facts ? 'ok' : 'unreachable',
    pendingMigrations: facts?.pending ?? null,
    unknownMigrations: facts?.unknown ?? null,
    worker: {
      status: isWorkerAlive ? 'ok' : 'missing',
      heartbeatAgeSeconds: facts?.heartbeatAgeSeconds ?? null,
    },
  }
}

/** Whether requests should be sent here: the site answers, the database too, with the tables this code expects. */
export function isReady({ status }: Health): boolean {
  return status !== 'down'
}

async function readFacts(pool: Pool, migrationNames: string[]) {
  const { pending, unknown } = await readMigrationState(pool, migrationNames)
  const heartbeatAgeSeconds = pending.length === 0 ? await readHeartbeatAge(pool) : null
  return { pending: pending.length, unknown: unknown.length, heartbeatAgeSeconds }
}
