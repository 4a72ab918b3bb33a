/** What the installation stands on, for the panel: each part works, or says what to do. */
import { access, constants } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import { env } from '@/src/platform/env'
import { poolOf } from '@/src/platform/payload/poolOf'
import { listWorkers } from '@/src/platform/worker/listWorkers'
import { storage } from '@/src/services/storage'

export interface SystemPart {
  key: 'database' | 'worker' | 'storage' | 'mail'
  label: string
  /** `idle`: nothing is broken, but nothing leaves this machine either. */
  state: 'ok' | 'idle' | 'failing'
  sentence: string
}

const patienceMs = 2_000

export async function readSystem(req: PayloadRequest): Promise<SystemPart[]> {
  return Promise.all([readDatabase(req), readWorker(req), readStorage(), readMail()])
}

async function readDatabase(req: PayloadRequest): Promise<SystemPart> {
  const { rows } = await poolOf(req).query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const version = rows[0]?.version.split(' ')[0] ?? ''
  return {
    key: 'database',
    label: 'Database',
    state: 'ok',
    sentence: `PostgreSQL ${version} answers.`,
  }
}

async function readWorker(req: PayloadRequest): Promise<SystemPart> {
  const workers = await listWorkers(poolOf(req))
  const alive = workers.filter(({ state }) => state !== 'stale')
  const part = { key: 'worker', label: 'Worker' } as const
  const [latest] = alive
  if (latest) {
    const count = alive.length === 1 ? 'Running' : `${alive.length} are running`
    const sentence = `${count}; seen ${Math.round(latest.seenSecondsAgo)} seconds ago.`
    return { ...part, state: 'ok', sentence }
  }
  const what = workers.length > 0 ? 'The worker has stopped.' : 'No worker is running.'
  const sentence = `${what} Pictures and scheduled work wait; run “npm run worker”.`
  return { ...part, state: 'failing', sentence }
}

async function readStorage(): Promise<SystemPart> {
  const part = { key: 'storage', label: 'Files' } as const
  try {
    await withinPatience(env.S3_BUCKET ? storage().size('.reachable') : access(env.DATA_DIR, constants.W_OK))
    const place = env.S3_BUCKET ? `the bucket ${env.S3_BUCKET}` : 'this machine’s disk'
    return { ...part, state: 'ok', sentence: `Kept on ${place}.` }
  } catch {
    const advice = env.S3_BUCKET ? 'Check the S3_ settings.' : 'Check the folder that DATA_DIR names.'
    return { ...part, state: 'failing', sentence: `Files cannot be stored. ${advice}` }
  }
}

async function readMail(): Promise<SystemPart> {
  const part = { key: 'mail', label: 'Mail' } as const
  if (!env.SMTP_URL)
    return { ...part, state: 'idle', sentence: 'Kept in the outbox folder; set SMTP_URL to send it.' }
  return { ...part, state: 'ok', sentence: `Sent through ${new URL(env.SMTP_URL).hostname}.` }
}

function withinPatience(promise: Promise<unknown>): Promise<unknown> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('No answer in time')), patienceMs).unref()
  })
  return Promise.race([promise, timeout])
}
