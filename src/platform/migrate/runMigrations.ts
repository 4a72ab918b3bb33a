/** Applies and takes back migrations. Payload's own command takes no lock and ends the process when one fails. */
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { channels } from '../bus'
import { Refusal } from '../refusal'
import { withMigrationLock } from './migrationLock'
import { readMigrationState, refuseForeignState } from './migrationState'

/** As `payload migrate:create` lists them in migrations/index.ts. */
export type Migration = {
  name: string
  up(args: MigrateUpArgs): Promise<void>
  down(args: MigrateDownArgs): Promise<void>
}

export type MigrationReport = { onWait?: () => void; onStep?: (name: string) => void }

/** Brings the database up to the code; several processes may call it at once. @returns the names applied here. */
export function applyMigrations(
  migrations: Migration[],
  loadPayload: () => Promise<Payload>,
  { onWait, onStep }: MigrationReport = {},
): Promise<string[]> {
  return withMigrationLock(async (client) => {
    const state = await readMigrationState(
      client,
      migrations.map(({ name }) => name),
    )
    refuseForeignState(state)
    if (state.pending.length === 0) return []
    const payload = await loadPayload()
    const { rows } = state.applied.length
      ? await client.query('select coalesce(max(batch), 0) as last from payload_migrations')
      : { rows: [{ last: 0 }] }
    const batch = Number(rows[0].last) + 1
    for (const migration of migrations.filter(({ name }) => state.pending.includes(name))) {
      onStep?.(migration.name)
      await applyOne(payload, migration, batch)
    }
    return state.pending
  }, onWait)
}

/** Takes back the migrations that were applied last together. @returns their names, newest first. */
export function rollbackMigrations(
  migrations: Migration[],
  loadPayload: () => Promise<Payload>,
  { onWait, onStep }: MigrationReport = {},
): Promise<string[]> {
  return withMigrationLock(async (client) => {
    const state = await readMigrationState(
      client,
      migrations.map(({ name }) => name),
    )
    refuseForeignState(state)
    if (state.applied.length === 0) return []
    const { rows } = await client.query<{ name: string }>(
      'select name from payload_migrations where batch = (select max(batch) from payload_migrations) order by name desc',
    )
    const payload = await loadPayload()
    for (const { name } of rows) {
      onStep?.(name)
      await takeBackOne(payload, findMigration(migrations, name))
    }
    return rows.map(({ name }) => name)
  }, onWait)
}

function findMigration(migrations: Migration[], name: string): Migration {
  const migration = migrations.find((one) => one.name === name)
  if (!migration) throw new Error(`Migration ${name} vanished from the list`)
  return migration
}

function applyOne(payload: Payload, migration: Migration, batch: number): Promise<void> {
  return inOneTransaction(payload, migration.name, async (req, db) => {
    await migration.up({ db, payload, req })
    await payload.create({
      collection: 'payload-migrations',
      data: { name: migration.name, batch },
      depth: 0,
      // The schema's history is the program's own: no user is asked.
      overrideAccess: true,
      req,
    })
  })
}

function takeBackOne(payload: Payload, migration: Migration): Promise<void> {
  return inOneTransaction(payload, migration.name, async (req, db) => {
    await migration.down({ db, payload, req })
    // The first migration's way back drops the table of migrations itself.
    const { rows } = await db.execute("select to_regclass('payload_migrations') is not null as present")
    if (!rows[0]?.present) return
    await payload.delete({
      collection: 'payload-migrations',
      where: { name: { equals: migration.name } },
      depth: 0,
      // As above.
      overrideAccess: true,
      req,
    })
  })
}

type TransactionDb = MigrateUpArgs['db']

async function inOneTransaction(
  payload: Payload,
  name: string,
  run: (req: PayloadRequest, db: TransactionDb) => Promise<void>,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const session = payload.db.sessions?.[String(await req.transactionID)]
    if (!session) throw new Error('The database adapter opened no transaction')
    const db = session.db as TransactionDb
    await run(req, db)
    // Its statements may have changed anything, and need not have told of it.
    await db.execute(`select pg_notify('${channels.changes}', '{}')`)
    await commitTransaction(req)
  } catch (cause) {
    await killTransaction(req)
    const reason = cause instanceof Error ? messageOf(cause) : String(cause)
    throw new Refusal(
      'MIGRATION_FAILED',
      `Migration ${name} failed and was taken back: ${reason}. The database is as it was before it.`,
      { cause },
    )
  }
}

/** Drizzle wraps the database's own words into "Failed query: …". */
function messageOf(error: Error): string {
  const inner = error.cause instanceof Error ? error.cause.message : error.message
  return inner.replace(/\.$/, '')
}
