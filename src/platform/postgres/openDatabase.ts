/** The database for a command's duration: the one DATABASE_URL names, or the embedded one, started when nobody has. */
import { join } from 'node:path'
import { env, isSet, setEnv } from '../env'
import { takeProcessLock } from '../processLock'
import { Refusal } from '../refusal'
import { connectDatabase } from './checkDatabase'
import { type Cluster, openCluster } from './cluster'
import { addLease, countLeases, removeLease } from './leases'
import { findServer, startServer, stopServer } from './server'

export type OpenDatabase = {
  isEmbedded: boolean
  /** What happened, for the person at the terminal. */
  story: string
  /** Starts the embedded server again, on its port, when it has died. @returns whether it had to. */
  heal(): Promise<boolean>
  /** Stops the embedded server when no other process of ours uses it. */
  close(): Promise<void>
}

const databaseName = 'masthead'

/** Afterwards DATABASE_URL is set for this process and its children, and something answers there. */
export async function openDatabase(): Promise<OpenDatabase> {
  return isSet('DATABASE_URL') ? openGivenDatabase() : openEmbeddedDatabase()
}

async function openGivenDatabase(): Promise<OpenDatabase> {
  const client = await connectDatabase(env.DATABASE_URL)
  const { rows } = await client.query('show server_version')
  await client.end()
  const { hostname, pathname } = new URL(env.DATABASE_URL)
  const story = `PostgreSQL ${parseFloat(rows[0].server_version)} at ${hostname}${pathname}`
  return { isEmbedded: false, story, heal: async () => false, close: async () => {} }
}

async function openEmbeddedDatabase(): Promise<OpenDatabase> {
  const lock = await takeProcessLock(lockName(), 120_000)
  try {
    const cluster = await openCluster()
    const running = await findServer(cluster)
    const port = running ?? (await startServer(cluster))
    addLease(leaseFolder(cluster))
    await createDatabase(addressOf(cluster, port, 'postgres'))
    setEnv({ DATABASE_URL: addressOf(cluster, port, databaseName) })
    const story = `embedded PostgreSQL ${cluster.binaries.majorVersion}, ${running ? 'already running' : 'started'} on port ${port}`
    return { isEmbedded: true, story, heal: () => heal(cluster, port), close: () => leave(cluster) }
  } finally {
    await lock.release()
  }
}

async function heal(cluster: Cluster, port: number): Promise<boolean> {
  if ((await findServer(cluster)) !== undefined) return false
  const lock = await takeProcessLock(lockName(), 30_000)
  try {
    const newPort = (await findServer(cluster)) ?? (await startServer(cluster))
    if (newPort === port) return true
    throw new Refusal(
      'DATABASE_LOST',
      `The embedded database died and its port ${port} is taken by another program: stop everything and start again.`,
    )
  } finally {
    await lock.release()
  }
}

async function leave(cluster: Cluster): Promise<void> {
  const lock = await takeProcessLock(lockName(), 30_000)
  try {
    removeLease(leaseFolder(cluster))
    if (countLeases(leaseFolder(cluster)) === 0) await stopServer(cluster)
  } finally {
    await lock.release()
  }
}

async function createDatabase(adminAddress: string): Promise<void> {
  const client = await connectDatabase(adminAddress)
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

function addressOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://masthead:${cluster.password}@127.0.0.1:${port}/${database}`
}

function leaseFolder(cluster: Cluster): string {
  return join(cluster.folder, 'leases')
}

function lockName(): string {
  return `postgres:${env.DATA_DIR}`
}
