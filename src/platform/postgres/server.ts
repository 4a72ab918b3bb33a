/** Starts, finds and stops the embedded server of a cluster. */
import {
  chownSync,
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../refusal'
import { runProgram } from '../runProgram'
import { writeFileAtomically } from '../writeFileAtomically'
import { type Cluster, lastComplaint, runAs } from './cluster'
import { isAlive } from './leases'

const startTimeoutSeconds = 60
const stopTimeoutSeconds = 3

/** The port of the running server, once it takes connections; undefined when none runs. */
export async function findServer(cluster: Cluster): Promise<number | undefined> {
  for (
    const end = performance.now() + startTimeoutSeconds * 1000;
    performance.now() < end;
    await sleep(100)
  ) {
    const server = await readServer(cluster)
    if (!server) return undefined
    if (server.isReady) return server.port
  }
  throw new Refusal('POSTGRES_HANGS', `The database does not finish starting; see ${logOf(cluster)}.`)
}

export async function startServer(cluster: Cluster): Promise<number> {
  await sweepStalePid(cluster)
  prepareLog(cluster)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(cluster, attempt)
    const logStart = statSync(logOf(cluster)).size
    const { status, output } = await runPgCtl(cluster, startArguments(cluster, port))
    if (status === 0) {
      writeFileAtomically(join(cluster.folder, 'port'), `${port}\n`)
      return port
    }
    const said = `${output}\n${readFileSync(logOf(cluster), 'utf8').slice(logStart)}`
    if (attempt >= 10 || !/Address already in use|pre-existing shared memory/.test(said))
      throw cannotStart(cluster, said)
    await sleep(500)
  }
}

export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    runPgCtl(cluster, ['stop', '-D', dataOf(cluster), '-w', '-m', mode, '-t', String(stopTimeoutSeconds)])
  const { status } = await stop('fast')
  if (status !== 0 && (await readServer(cluster))) await stop('immediate')
}

/** pg_ctl puts the server in a session of its own, so that a terminal's Ctrl-C does not reach it. */
function startArguments(cluster: Cluster, port: number): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'shared_preload_libraries=pg_stat_statements',
  ]
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  return [
    'start',
    '-D',
    dataOf(cluster),
    '-w',
    '-t',
    String(startTimeoutSeconds),
    '-l',
    logOf(cluster),
    '-o',
    options,
  ]
}

function runPgCtl(cluster: Cluster, args: string[]) {
  return runProgram(cluster.binaries.pgCtl, ['--silent', ...args], runAs(cluster.account, dataOf(cluster)))
}

/** After a power cut another program may have the old server's id, and PostgreSQL would take it for itself. */
async function sweepStalePid(cluster: Cluster): Promise<void> {
  if (await readServer(cluster)) return
  rmSync(join(dataOf(cluster), 'postmaster.pid'), { force: true })
}

async function readServer(cluster: Cluster) {
  const path = join(dataOf(cluster), 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid) || !(await isServerOf(cluster, pid))) return undefined
  return { port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (platform() === 'win32') return true
  if (platform() === 'linux') return workingFolderOf(pid) === realpathSync(dataOf(cluster))
  const { output } = await runProgram('ps', ['-o', 'command=', '-p', String(pid)])
  return output.includes('postgres') && output.includes(dataOf(cluster))
}

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function prepareLog(cluster: Cluster): void {
  const log = logOf(cluster)
  const isLong = existsSync(log) && statSync(log).size > 10 * 1024 * 1024
  if (isLong || !existsSync(log)) writeFileSync(log, '', { mode: 0o600 })
  if (cluster.account) chownSync(log, cluster.account.uid, cluster.account.gid)
}

/** The port of last time when it is still free, so that a saved psql command goes on working. */
async function choosePort(cluster: Cluster, attempt: number): Promise<number> {
  const path = join(cluster.folder, 'port')
  const last = attempt === 1 && existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  return (last && (await freePort(last))) || (await freePort(0)) || 0
}

function freePort(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

function cannotStart(cluster: Cluster, said: string): Refusal {
  if (/No space left/i.test(said)) {
    return new Refusal(
      'NO_SPACE',
      `No space left on the disk of ${cluster.location}: the database cannot start.`,
    )
  }
  const reason =
    lastComplaint(said.replaceAll(/.*pg_ctl:.*\n?/g, '')) ?? lastComplaint(said) ?? 'no reason given'
  return new Refusal(
    'POSTGRES_FAILED',
    `The database did not start: ${reason}. Its log is ${logOf(cluster)}.`,
  )
}

function dataOf({ location }: Cluster): string {
  return join(location, 'data')
}

function logOf({ location }: Cluster): string {
  return join(location, 'server.log')
}
