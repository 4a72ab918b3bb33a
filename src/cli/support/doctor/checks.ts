/** What `npm run doctor` looks at. Each check says how it is, and what to do when it is not well. */
import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'
import { isIP } from 'node:net'
import type { Client } from 'pg'
import { migrations } from '@/migrations'
import { env } from '@/src/platform/env'
import { readMigrationState } from '@/src/platform/migrate'
import { listWorkers } from '@/src/platform/worker/listWorkers'
import { hashBuildInputs, isBuildFresh } from '../buildState'
import { explainFailure } from '../explainFailure'

/** `warning` is worth knowing and breaks nothing. */
export type Finding = { name: string; level: 'good' | 'warning' | 'bad'; text: string }

const megabyte = 1024 * 1024
const littleSpaceBytes = 1024 * megabyte
const recommendedNode = 24
const neededExtensions = ['pg_trgm', 'unaccent']

const good = (name: string, text: string): Finding => ({ name, level: 'good', text })
const warning = (name: string, text: string): Finding => ({ name, level: 'warning', text })
const bad = (name: string, text: string): Finding => ({ name, level: 'bad', text })

export function checkNode(): Finding {
  const { node } = process.versions
  if (parseInt(node, 10) >= recommendedNode) return good('Node.js', node)
  return good('Node.js', `${node} (${recommendedNode} is faster)`)
}

export function checkSettings(): Finding {
  try {
    const { APP_ENV, PAYLOAD_SECRET } = env
    return good('Settings', `${APP_ENV}, secret of ${PAYLOAD_SECRET.length} characters`)
  } catch (error) {
    return bad('Settings', explainFailure(error).join(' '))
  }
}

export function checkAddress(): Finding {
  const { protocol, hostname } = new URL(env.SITE_URL)
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname) > 0
  if (protocol === 'https:') return good('Address', env.SITE_URL)
  if (env.APP_ENV !== 'production') return good('Address', `${env.SITE_URL} (fine for ${env.APP_ENV})`)
  if (isHere)
    return warning('Address', `${env.SITE_URL}: before visitors come, set SITE_URL to the https address`)
  return bad(
    'Address',
    `${env.SITE_URL} is not https: sign-in cookies can be read on the way. Set SITE_URL to https://…`,
  )
}

export async function checkDatabase(client: Client): Promise<Finding[]> {
  const { rows } = await client.query('show server_version')
  const { rows: available } = await client.query<{ name: string; installed: boolean }>(
    'select name, installed_version is not null as installed from pg_available_extensions where name = any($1)',
    [neededExtensions],
  )
  const missing = neededExtensions.filter((name) => !available.some((one) => one.name === name))
  const version = good('Database', `PostgreSQL ${rows[0].server_version}`)
  if (missing.length === 0) return [version, good('Extensions', neededExtensions.join(', '))]
  const install = `install the server's contrib package, which brings ${missing.join(' and ')}`
  return [version, bad('Extensions', `${missing.join(', ')} not available: ${install}`)]
}

export async function checkMigrations(client: Client): Promise<Finding> {
  const { pending, unknown, applied, wasPushed } = await readMigrationState(
    client,
    migrations.map(({ name }) => name),
  )
  if (wasPushed)
    return bad('Migrations', 'a "dev push" changed the tables: use a database made by migrations only')
  if (unknown.length > 0)
    return bad('Migrations', `the database is newer than this code (${unknown.join(', ')})`)
  if (pending.length > 0) return bad('Migrations', `${pending.length} not applied: npm run db:migrate`)
  return good('Migrations', `all ${applied.length} applied`)
}

export async function checkWorker(client: Client): Promise<Finding> {
  const workers = await listWorkers(client)
  const alive = workers.filter(({ state }) => state !== 'stale')
  const [latest] = workers
  const seen = latest ? `seen ${Math.round(latest.seenSecondsAgo)} s ago` : 'not seen for an hour'
  if (alive.length > 0) return good('Worker', `${alive.length} at work, ${seen}`)
  return bad('Worker', `${latest ? 'last ' : ''}${seen}: npm start runs one, or npm run worker`)
}

/** Nothing is wrong without one: each process keeps answers by itself. */
export async function checkRedis(): Promise<Finding | undefined> {
  if (!env.REDIS_URL) return undefined
  const { Redis } = await import('ioredis')
  const redis = new Redis(env.REDIS_URL, {
    lazyConnect: true,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
  })
  redis.on('error', () => {})
  try {
    await redis.connect()
    const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1]
    return good('Redis', `${version ?? 'answers'}, shares kept answers between web processes`)
  } catch {
    return warning('Redis', 'does not answer: web processes keep answers each by itself; is REDIS_URL right?')
  } finally {
    redis.disconnect()
  }
}

export function checkStorage(): Finding {
  if (env.S3_BUCKET) {
    const hasKeys = Boolean(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY)
    return hasKeys
      ? good('Storage', `S3 bucket ${env.S3_BUCKET}`)
      : warning('Storage', `S3 bucket ${env.S3_BUCKET} without keys: is the machine allowed by itself?`)
  }
  try {
    mkdirSync(env.DATA_DIR, { recursive: true })
    accessSync(env.DATA_DIR, constants.W_OK)
  } catch (error) {
    return bad('Storage', explainFailure(error).join(' '))
  }
  const { bavail, bsize } = statfsSync(env.DATA_DIR)
  const free = `${Math.floor((bavail * bsize) / megabyte).toLocaleString('en')} MB free`
  if (bavail * bsize < littleSpaceBytes) return bad('Storage', `${env.DATA_DIR} has only ${free}: make room`)
  return good('Storage', `${env.DATA_DIR}, ${free}`)
}

export function checkMail(): Finding {
  if (env.SMTP_URL) return good('Mail', `through ${new URL(env.SMTP_URL).host}`)
  return warning('Mail', 'not sent but kept in the outbox: set SMTP_URL to send it')
}

export function checkBuild(): Finding {
  if (isBuildFresh(hashBuildInputs())) return good('Build', 'made from the files as they are')
  return warning('Build', 'older than the files: npm start builds again, or npm run build')
}
