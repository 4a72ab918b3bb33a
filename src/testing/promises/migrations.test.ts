import { expect, test } from 'vitest'
import { migrations } from '@/migrations'
import { setEnv } from '@/src/platform/env'
import { applyMigrations, rollbackMigrations } from '@/src/platform/migrate'
import { anEmptyDatabase, testPayload } from '../harness'
import { asAdministrator } from '../harness/server'

/** Everything that migrations make, one line each. */
const schema = `
  select 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '')
    from information_schema.columns where table_schema = 'public'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'enum ' || typname || ' ' || enumlabel
    from pg_enum join pg_type on pg_type.oid = enumtypid
  union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
  union all select 'search configuration ' || cfgname from pg_ts_config where cfgnamespace = 'public'::regnamespace
  union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
  order by 1`

test('up, down and up again leave the same schema, and down leaves nothing', {
  timeout: 120_000,
}, async () => {
  const adminUrl = await anEmptyDatabase()
  setEnv({ DATABASE_URL: adminUrl })
  const read = () =>
    asAdministrator({ adminUrl }, async (client) =>
      (await client.query({ text: schema, rowMode: 'array' })).rows.flat(),
    )
  const before = await read()
  expect(before.length).toBeGreaterThan(500)

  let taken: string[] = []
  do taken = await rollbackMigrations(migrations, testPayload)
  while (taken.length > 0)
  expect(await read()).toEqual([])

  expect(await applyMigrations(migrations, testPayload)).toEqual(migrations.map(({ name }) => name))
  expect(await read()).toEqual(before)
})
