/** Web processes of the tests on a database of their own, made from the template that has the cast. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { copyDatabase, dropDatabase } from '../../harness/server'
import { templatesOf } from '../../harness/templatesOf'
import { aPlace, type Ours, type Place, runScript } from './runOurs'

export interface Site {
  place: Place
  /** Another client of the same database. */
  pool: pg.Pool
  /** Where each web process answers. */
  origins: string[]
  /** Processes that end with the site. */
  processes: Ours[]
  remove(): Promise<void>
}

export async function aSite(webs: number, environment: Record<string, string> = {}): Promise<Site> {
  const server = inject('server')
  const database = `${server.prefix}_site_${randomUUID().slice(0, 8)}`
  const url = await copyDatabase(server, templatesOf(server).cast, database)
  const pool = new pg.Pool({ connectionString: url })
  const place = aPlace({
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'a-secret-that-only-tests-ever-use-0123456789',
    SITE_URL: 'http://localhost:3000',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    WORKER_PORT: '0',
    ...environment,
  })
  const processes = Array.from({ length: webs }, () =>
    runScript(place, 'src/testing/processes/cache/testWeb.ts'),
  )
  await Promise.all(processes.map((each) => each.until(/LISTENING \d+/)))
  const ports = processes.map((each) => /LISTENING (\d+)/.exec(each.output())?.[1])
  return {
    place,
    pool,
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    processes,
    remove: async () => {
      for (const { child } of processes) child.kill('SIGKILL')
      await Promise.all(processes.map(({ ended }) => ended))
      await pool.end()
      await dropDatabase(server, database)
      place.remove()
    },
  }
}
