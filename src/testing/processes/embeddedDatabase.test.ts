/** The embedded PostgreSQL with real processes: shared, left, killed, moved. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aPlace, type Ours, type Place, runScript, untilTrue } from './support/runOurs'

const script = 'src/testing/processes/support/holdDatabase.ts'
let place: Place
let open: Ours[] = []

beforeAll(() => {
  place = aPlace()
})

afterEach(async () => {
  for (const { child } of open) child.kill('SIGTERM')
  await Promise.all(open.map(({ ended }) => ended))
  open = []
})

afterAll(() => place.remove())

async function hold(extra: Record<string, string> = {}): Promise<Ours & { url: string }> {
  const ours = runScript(place, script, extra)
  open.push(ours)
  await ours.until(/OPEN .*\n/)
  return { ...ours, url: /OPEN (.*)\n/.exec(ours.output())?.[1] ?? '' }
}

async function refused(extra: Record<string, string> = {}): Promise<string> {
  const ours = runScript(place, script, extra)
  expect(await ours.ended).toBe(1)
  return ours.output()
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const pidFile = () => join(place.folder, 'data/postgres/data/postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

test('the first opens it, the second joins, and the last to leave stops it', async () => {
  const first = await hold()
  expect(first.output()).toContain('started on port')
  const second = await hold()
  expect(second.output()).toContain('already running')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(existsSync(pidFile())).toBe(false)
})

test('it speaks UTF-8 with a locale that no system update changes', async () => {
  const { url } = await hold()
  const [row] = await query(
    url,
    "select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'masthead'",
  )
  expect(row).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' })
})

test('a user killed with -9 leaves it running, and the next one to leave stops it', async () => {
  const killed = await hold()
  killed.child.kill('SIGKILL')
  await killed.ended
  const next = await hold()
  expect(next.output()).toContain('already running')
  next.child.kill('SIGTERM')
  await next.ended
  expect(existsSync(pidFile())).toBe(false)
})

test('after kill -9 of everything, a committed row is there at the next start', async () => {
  const { url, child, ended } = await hold()
  await query(url, 'create table if not exists kept (at int); insert into kept values (1)')
  process.kill(serverPid(), 'SIGKILL')
  child.kill('SIGKILL')
  await ended
  const next = await hold()
  expect(await query(next.url, 'select at from kept')).toEqual([{ at: 1 }])
})

test("an old server's id that another program has by now does not keep it from starting", async () => {
  const { child, ended } = await hold()
  child.kill('SIGTERM')
  await ended
  writeFileSync(pidFile(), `${process.pid}\n/nowhere\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
  expect((await hold()).output()).toContain('started on port')
})

test('three that open it at the same moment share one server', async () => {
  const all = await Promise.all([hold(), hold(), hold()])
  expect(new Set(all.map(({ url }) => url)).size).toBe(1)
})

test('a data folder of another major version is refused and left as it is', async () => {
  const { child, ended } = await hold()
  child.kill('SIGTERM')
  await ended
  const file = join(place.folder, 'data/postgres/data/PG_VERSION')
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, '16\n')
  expect(await refused()).toContain('belongs to PostgreSQL 16 and this release brings 18')
  writeFileSync(file, kept)
  expect((await hold()).url).toContain('postgres://')
})

test('a damaged record is refused, not overwritten', async () => {
  const file = join(place.folder, 'data/postgres/cluster.json')
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, kept.slice(0, 20))
  expect(await refused()).toContain('is damaged')
  rmSync(file)
  expect(await refused()).toContain('its password is gone')
  writeFileSync(file, kept, { mode: 0o600 })
})

test.runIf(process.getuid?.() === 0)(
  'as root, a DATA_DIR that the database may not enter is refused by name',
  async () => {
    const closed = join(place.folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const said = await refused({ DATA_DIR: join(closed, 'data') })
    expect(said).toContain(`who may not enter ${closed}`)
  },
)

test('a DATA_DIR that cannot be made is refused by name', async () => {
  writeFileSync(join(place.folder, 'file'), '')
  expect(await refused({ DATA_DIR: join(place.folder, 'file/data') })).toContain(
    'cannot be written (ENOTDIR)',
  )
  expect(await refused({ DATA_DIR: '/proc/nope' })).toContain('cannot be written')
})

test('a server that died is noticed by whoever looks', async () => {
  const { url } = await hold()
  process.kill(serverPid(), 'SIGKILL')
  await untilTrue(() =>
    query(url, 'select 1').then(
      () => false,
      () => true,
    ),
  )
  expect((await hold()).output()).toContain('started on port')
})
