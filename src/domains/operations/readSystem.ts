/** What the installation stands on, for the panel: each part works, or says what to do. */
import { access, constants } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { env } from '@/src/platform/env'
import { storage } from '@/src/services/storage'
import { isFresh, readHeartbeatAge } from './readHeartbeatAge'

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
  const age = await readHeartbeatAge(poolOf(req))
  const part = { key: 'worker', label: 'Worker' } as const
  if (isFresh(age)) return { ...part, state: 'ok', sentence: `Running; seen ${age} seconds ago.` }
  const sentence =
    age === null
      ? 'No worker has started yet. Pictures and scheduled work wait; run “npm run worker”.'
      : 'The worker has stopped. Pictures and scheduled work wait; run “npm run worker”.'
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

export function poolOf(req: PayloadRequest): Pool {
  return (req.payload.db as unknown as { pool: Pool }).pool
}

function withinPatience(promise: Promise<unknown>): Promise<unknown> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('No answer in time')), patienceMs).unref()
  })
  return Promise.race([promise, timeout])
}
