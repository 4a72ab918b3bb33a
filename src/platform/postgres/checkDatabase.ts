/** Opens one connection, or says in a sentence why it cannot be had. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../refusal'

const oldestVersion = 15
const connectTimeoutMs = 8_000
const startingUpTimeoutMs = 60_000

/** @param name the setting that the address came from, for the sentence. */
export async function connectDatabase(address: string, name = 'DATABASE_URL'): Promise<pg.Client> {
  for (const end = performance.now() + startingUpTimeoutMs; ; await sleep(500)) {
    const client = new pg.Client({
      connectionString: address,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'masthead command',
    })
    // A server that stops meanwhile must fail the next query, not the process.
    client.on('error', () => {})
    try {
      await client.connect()
      await refuseOldServer(client, name)
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (error instanceof Refusal) throw error
      if (codeOf(error) !== '57P03' || performance.now() > end) throw explain(error, address, name)
    }
  }
}

async function refuseOldServer(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query('show server_version_num')
  const version = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (version >= oldestVersion) return
  throw new Refusal(
    'DATABASE_TOO_OLD',
    `${name} leads to PostgreSQL ${version}; Masthead needs ${oldestVersion} or newer.`,
  )
}

function explain(cause: unknown, address: string, name: string): Refusal {
  const url = new URL(address)
  const place = `${url.hostname || 'localhost'}:${url.port || 5432}`
  const user = decodeURIComponent(url.username)
  const database = url.pathname.slice(1)
  const sentences: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${place}. Is PostgreSQL running there?`,
    ENOTFOUND: `there is no host named ${url.hostname}.`,
    EAI_AGAIN: `the host name ${url.hostname} cannot be looked up just now.`,
    ETIMEDOUT: `${place} does not answer.`,
    EHOSTUNREACH: `${place} cannot be reached.`,
    ENETUNREACH: `${place} cannot be reached.`,
    ECONNRESET: `${place} closed the connection. Is it PostgreSQL?`,
    '28P01': `the server at ${place} does not accept the password of user "${user}".`,
    '28000': `the server at ${place} does not let user "${user}" in (its pg_hba.conf, or no such user).`,
    '3D000': `the server at ${place} has no database "${database}". Create it: createdb ${database}`,
    '42501': `user "${user}" may not use database "${database}".`,
    '53300': `the server at ${place} has no free connection left.`,
    '57P03': `the server at ${place} is still starting or stopping.`,
  }
  const message = cause instanceof Error ? cause.message : String(cause)
  const isSilent = /timeout|terminated unexpectedly/i.test(message)
  const sentence =
    sentences[codeOf(cause)] ?? (isSilent ? sentences.ETIMEDOUT : `${message.replace(/\.$/, '')}.`)
  return new Refusal('DATABASE_UNREACHABLE', `${name} does not work: ${sentence}`, { cause })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
