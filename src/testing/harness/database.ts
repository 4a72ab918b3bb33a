/** The database of one test file and Payload on it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { getPayload, type Payload } from 'payload'
import { inject } from 'vitest'
import { closePayload } from '@/src/platform/payload/closePayload'
import { addressOf, copyDatabase, dropDatabase } from './server'
import { templatesOf } from './templatesOf'
import { setTestEnvironment } from './testEnvironment'

let name = ''
let booting: Promise<Payload> | undefined
const others: string[] = []

/** Called by the setup file. The name ends in something readable for whoever looks into the server. */
export async function openTestDatabase(): Promise<void> {
  const server = inject('server')
  name = `${server.prefix}_${randomBytes(4).toString('hex')}`
  const dataDir = join(server.dataDir, name)
  mkdirSync(dataDir)
  await copyDatabase(server, templatesOf(server).cast, name)
  setTestEnvironment({ databaseUrl: testDatabaseUrl(), dataDir })
}

export async function closeTestDatabases(): Promise<void> {
  if (booting) await closePayload(await booting)
  booting = undefined
  for (const database of [name, ...others]) await dropDatabase(inject('server'), database)
}

export function testDatabaseUrl(): string {
  return addressOf(inject('server'), name)
}

/** A migrated database in which nobody has an account, and nothing is connected. @returns its address. */
export async function anEmptyDatabase(): Promise<string> {
  const server = inject('server')
  const other = `${name}_${others.length}`
  others.push(other)
  return copyDatabase(server, templatesOf(server).empty, other)
}

/** Payload on this file's database; started by whoever needs it first. */
export function testPayload(): Promise<Payload> {
  booting ??= boot()
  return booting
}

async function boot(): Promise<Payload> {
  // Read only now: the configuration takes its settings when it is loaded.
  const { default: config } = await import('@/payload.config')
  return getPayload({ config })
}
