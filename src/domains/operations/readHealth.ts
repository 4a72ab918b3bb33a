/** How the installation is, in plain SQL, so that the front answers without Payload. Holds no secrets. */
import type { Pool } from 'pg'
import { readMigrationState } from '@/src/platform/migrate'
import { isFresh, listWorkers } from '@/src/platform/worker/listWorkers'

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
  /** `count`: those that gave a sign of life of late; the age is that of the latest. */
  worker: { status: 'ok' | 'missing'; count: number; heartbeatAgeSeconds: number | null }
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
      count: facts?.workerCount ?? 0,
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
  const workers = pending.length === 0 ? await listWorkers(pool) : []
  const [latest] = workers
  return {
    pending: pending.length,
    unknown: unknown.length,
    workerCount: workers.filter(({ state }) => state !== 'stale').length,
    heartbeatAgeSeconds: latest ? Math.round(latest.seenSecondsAgo) : null,
  }
}
