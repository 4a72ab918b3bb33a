/** What a database knows of our migrations, read with plain SQL so that it costs no start of Payload. */
import type { Client, Pool } from 'pg'
import { Refusal } from '../refusal'

export type MigrationState = {
  applied: string[]
  pending: string[]
  /** Applied, but not part of this code: the database is newer. */
  unknown: string[]
  /** Payload's "dev push" left its mark; its own migrate command would then do nothing and say nothing. */
  wasPushed: boolean
}

export async function readMigrationState(client: Client | Pool, names: string[]): Promise<MigrationState> {
  const { rows: tables } = await client.query(
    "select to_regclass('payload_migrations') is not null as present",
  )
  const { rows } = tables[0].present
    ? await client.query<{ name: string; batch: string }>(
        'select name, batch from payload_migrations order by name',
      )
    : { rows: [] }
  const applied = rows.filter(({ batch }) => Number(batch) !== -1).map(({ name }) => name)
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
    wasPushed: rows.some(({ batch }) => Number(batch) === -1),
  }
}

/** @throws Refusal when this code must not touch the database. */
export function refuseForeignState({ unknown, wasPushed }: MigrationState): void {
  if (unknown.length > 0) {
    throw new Refusal(
      'DATABASE_NEWER',
      `The database is newer than this code: it has ${listOf(unknown)}, unknown here. Run the newer release, or restore a backup from before it.`,
    )
  }
  if (wasPushed) {
    throw new Refusal(
      'DATABASE_PUSHED',
      'The database was changed by Payload\'s "dev push" (a payload_migrations row with batch -1), so its tables are not what migrations made: use an empty database, or delete that row if you are sure.',
    )
  }
}

function listOf(names: string[]): string {
  const shown = names.slice(0, 3).join(', ')
  const rest = names.length - 3
  const noun = names.length === 1 ? 'migration' : 'migrations'
  return rest > 0 ? `${noun} ${shown} and ${rest} more` : `${noun} ${shown}`
}
