/** The PostgreSQL of a test run: TEST_DATABASE_URL or DATABASE_URL when given, else an embedded one of its own. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { env, setEnv } from '@/src/platform/env'
import { openDatabase } from '@/src/platform/postgres'

export interface TestServer {
  /** Address of a database on the server from which others are made. */
  adminUrl: string
  /** All databases of this run begin with it. */
  prefix: string
  dataDir: string
  isEmbedded: boolean
}

export async function startTestServer(
  dataDir: string,
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  setEnv({ DATA_DIR: dataDir, DATABASE_URL: given, NODE_ENV: 'test' })
  const { isEmbedded, close } = await openDatabase()
  const prefix = `masthead_test_${randomBytes(4).toString('hex')}`
  const server = { adminUrl: env.DATABASE_URL, prefix, dataDir, isEmbedded }
  setEnv({ DATABASE_URL: given })
  if (isEmbedded) await trustTheMachine(server)
  return { server, stop: close }
}

/** Nothing of a test outlives a power cut anyway. Only done to a server of our own. */
function trustTheMachine(server: TestServer): Promise<void> {
  return asAdministrator(server, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      await client.query(`alter system set ${setting} = off`)
    }
    await client.query('select pg_reload_conf()')
  })
}

/** Copies a template. @returns the address of the new database. */
export async function copyDatabase(server: TestServer, template: string, name: string): Promise<string> {
  await asAdministrator(server, (client) => client.query(`create database "${name}" template "${template}"`))
  return addressOf(server, name)
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asAdministrator(server, (client) => client.query(`drop database if exists "${name}" with (force)`))
}

export async function dropDatabases(server: TestServer): Promise<void> {
  await asAdministrator(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [server.prefix],
    )
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
  })
}

export function addressOf({ adminUrl }: TestServer, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

export async function asAdministrator<Result>(
  { adminUrl }: Pick<TestServer, 'adminUrl'>,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
