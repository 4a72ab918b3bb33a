/** The databases that test files copy: one in which the cast has signed in, one that nobody has touched yet. */
import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload } from 'payload'
import { migrations } from '@/migrations'
import { applyMigrations } from '@/src/platform/migrate'
import { closePayload } from '@/src/platform/payload/closePayload'
import { addressOf, asAdministrator, copyDatabase, type TestServer } from './server'
import { type CastMember, signUpCast } from './signUpCast'
import { templatesOf } from './templatesOf'
import { setTestEnvironment } from './testEnvironment'

/** Migrates once for all files. @returns the cast, signed in. */
export async function makeTemplates(server: TestServer): Promise<CastMember[]> {
  const { cast, empty } = templatesOf(server)
  const databaseUrl = addressOf(server, cast)
  await asAdministrator(server, (client) => client.query(`create database "${cast}" template template0`))
  setTestEnvironment({ databaseUrl, dataDir: server.dataDir })
  const { default: config } = await import('@/payload.config')
  const payload = await getPayload({ config })
  await applyMigrations(migrations, async () => payload)
  const members = await signUpCast(payload)
  await closePayload(payload)
  await disconnectAll(server, cast)
  await copyDatabase(server, cast, empty)
  await asAdministrator({ adminUrl: addressOf(server, empty) }, (client) =>
    client.query('truncate users, profiles cascade'),
  )
  return members
}

/** A template is copied only while nobody is connected, and a closed connection lingers for a moment. */
function disconnectAll(server: TestServer, name: string): Promise<void> {
  return asAdministrator(server, async (client) => {
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
    while ((await client.query(others, [name])).rowCount) await sleep(20)
  })
}
