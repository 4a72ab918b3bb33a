/** Brings a database from whatever it is to one that the site can run on: tables, an administrator, demo content. */
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { migrations } from '@/migrations'
import { ensureFirstAdmin, type FirstAdmin } from '@/src/domains/accounts'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'
import { applyMigrations, readMigrationState, refuseForeignState } from '@/src/platform/migrate'
import { closePayload } from '@/src/platform/payload/closePayload'
import { loadPayload } from './loadPayload'
import { seedDemo } from './seedDemo'

/** Says how far the first preparation came, in the database itself, so that it moves with it. */
const installationKey = 'installation'

export type Preparation = { applied: string[]; admin: FirstAdmin; isSeeded: boolean }

/** Cheap, without Payload. @throws Refusal when this code must not touch the database. */
export async function isPrepared(client: Client): Promise<boolean> {
  const state = await readMigrationState(
    client,
    migrations.map(({ name }) => name),
  )
  refuseForeignState(state)
  if (state.pending.length > 0) return false
  const { rows } = await client.query("select data->>'state' as state from payload_kv where key = $1", [
    installationKey,
  ])
  return rows[0]?.state === 'ready'
}

export async function hasUsers(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from users limit 1')
  return rowCount === 1
}

/** May be interrupted anywhere and run again. */
export async function prepareDatabase(
  payloadOnce: () => Promise<Payload>,
  tell: (text: string) => void,
): Promise<Preparation> {
  const applied = await applyMigrations(migrations, payloadOnce, {
    onWait: () => tell('waiting for another process that is migrating'),
    onStep: (name) => tell(`migration ${name}`),
  })
  const payload = await payloadOnce()
  tell('the first administrator')
  const admin = await ensureFirstAdmin(payload)
  const isSeeded = await seedOnce(payload, tell)
  await payload.kv.set(installationKey, { state: 'ready', at: now().toISOString() })
  return { applied, admin, isSeeded }
}

async function seedOnce(payload: Payload, tell: (text: string) => void): Promise<boolean> {
  if (!env.SEED_DEMO) return false
  const installation = await payload.kv.get<{ state?: string }>(installationKey)
  if (installation?.state === 'ready') return false
  // Counted for the program: whether anything is there at all, drafts too.
  const { totalDocs } = await payload.count({ collection: 'content', overrideAccess: true })
  if (totalDocs > 0 && installation?.state !== 'seeding') return false
  await payload.kv.set(installationKey, { state: 'seeding' })
  tell('the demo site')
  await seedDemo(payload, (step) => tell(`the demo site: ${step}`))
  return true
}

/** One Payload for all that a command does, loaded when first wanted. */
export function payloadLoader(): { load: () => Promise<Payload>; close: () => Promise<void> } {
  let loading: Promise<Payload> | undefined
  return {
    load: () => {
      loading ??= loadPayload()
      return loading
    },
    close: async () => {
      if (loading) await closePayload(await loading)
    },
  }
}
