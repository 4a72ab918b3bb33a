/** Migrations by several processes at once, and databases that this code must not touch. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '@/migrations'
import { aPlace, type Ours, type Place, runOurs, runScript } from './support/runOurs'

let place: Place
let keeper: Ours
let url: string

beforeAll(async () => {
  place = aPlace({ LOG_LEVEL: 'error' })
  keeper = runScript(place, 'src/testing/processes/support/holdDatabase.ts')
  await keeper.until(/OPEN .*\n/)
  url = /OPEN (.*)\n/.exec(keeper.output())?.[1] ?? ''
})

afterAll(async () => {
  keeper.child.kill('SIGTERM')
  await keeper.ended
  place.remove()
})

async function query(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

test('of five processes that migrate an empty database one does it, and all succeed', async () => {
  const all = Array.from({ length: 5 }, () => runOurs(place, 'migrate'))
  const codes = await Promise.all(all.map(({ ended }) => ended))
  const said = all.map(({ output }) => output()).join('\n')
  expect(codes, said).toEqual([0, 0, 0, 0, 0])
  const rows = await query('select name from payload_migrations order by name')
  expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name).sort())
  expect(await query('select count(*)::int as count from users')).toEqual([{ count: 1 }])
  expect(said.match(/Password {2}\S+ {2}\(shown only now/g)).toHaveLength(1)
})

test('a second run changes nothing', async () => {
  const again = runOurs(place, 'migrate')
  expect(await again.ended).toBe(0)
  expect(again.output()).toContain('nothing to do')
})

test('a database newer than the code is refused with the name of what it has', async () => {
  const name = '20990101_000000_from_the_future'
  await query('insert into payload_migrations (id, name, batch) values (gen_random_uuid(), $1, 99)', [name])
  const newer = runOurs(place, 'migrate')
  expect(await newer.ended).toBe(1)
  expect(newer.output()).toContain(`The database is newer than this code: it has migration ${name}`)
  expect(newer.output()).not.toMatch(/\n\s+at /)
  await query('delete from payload_migrations where name = $1', [name])
})

test('the mark of a "dev push" is told, where Payload itself would do nothing and say nothing', async () => {
  await query("insert into payload_migrations (id, name, batch) values (gen_random_uuid(), 'dev', -1)")
  const pushed = runOurs(place, 'migrate')
  expect(await pushed.ended).toBe(1)
  expect(pushed.output()).toContain('dev push')
  await query('delete from payload_migrations where batch = -1')
})

test('a rollback in production wants to be confirmed', async () => {
  const refused = runOurs(place, 'rollback', [], { APP_ENV: 'production' })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('db:rollback -- --yes')
})

test('the last migrations are taken back and applied again', async () => {
  const back = runOurs(place, 'rollback', ['--yes'])
  expect(await back.ended, back.output()).toBe(0)
  expect(back.output()).toContain(`took back ${migrations.at(-1)?.name}`)
  const forth = runOurs(place, 'migrate')
  expect(await forth.ended, forth.output()).toBe(0)
  expect(forth.output()).toContain(migrations.at(-1)?.name)
})

test('the .env that a first command writes is for its owner alone', () => {
  const text = readFileSync(join(place.folder, '.env'), 'utf8')
  expect(text).toMatch(/^PAYLOAD_SECRET=[\w-]{43}$/m)
})
