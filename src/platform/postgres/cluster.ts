/** Where the embedded server keeps its data, and how that place is made. Its record is DATA_DIR/postgres/cluster.json. */
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { now } from '../clock'
import { env, isSet } from '../env'
import { Refusal } from '../refusal'
import { runProgram } from '../runProgram'
import { writeFileAtomically } from '../writeFileAtomically'
import { type Account, databaseAccount, firstClosedFolder } from './account'
import { type Binaries, findBinaries } from './binaries'

export type Cluster = {
  /** DATA_DIR/postgres: the record and the leases. */
  folder: string
  /** Holds `data` and `server.log`; the same folder where the server's account can reach it. */
  location: string
  password: string
  account: Account | undefined
  binaries: Binaries
}

const record = z.object({ location: z.string(), password: z.string(), project: z.string() })

const sharedFolder = '/var/lib/masthead'
const neededBytes = 300 * 1024 * 1024

/** Opens the cluster of DATA_DIR, making it when there is none. */
export async function openCluster(): Promise<Cluster> {
  const folder = join(env.DATA_DIR, 'postgres')
  makeFolder(folder)
  const kept = readRecord(folder)
  const account = databaseAccount(kept && join(kept.location, 'data'))
  const location = kept?.location ?? chooseLocation(folder, account)
  const binaries = findBinaries(account, account ? sharedFolder : folder)
  const cluster = { folder, location, account, binaries }
  const password = kept?.password ?? randomBytes(24).toString('base64url')
  if (!existsSync(join(location, 'data/PG_VERSION'))) await initialise({ ...cluster, password })
  refuseOtherVersion(location, binaries.majorVersion)
  return { ...cluster, password }
}

function makeFolder(folder: string): void {
  try {
    makeFolders(folder)
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new Refusal(
      'DATA_DIR_UNUSABLE',
      `DATA_DIR ${env.DATA_DIR} cannot be written (${code}): choose another.`,
      {
        cause,
      },
    )
  }
}

/** One by one: node's own recursive way runs in circles for ever below /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder)
}

/** A copied project folder must not share the original's database; a moved one keeps it. */
function readRecord(folder: string) {
  const path = join(folder, 'cluster.json')
  if (!existsSync(path)) return refuseOrphanedData(folder)
  const kept = record.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!kept.success) {
    throw new Refusal(
      'CLUSTER_RECORD_BROKEN',
      `${path} is damaged; it holds the database's password. Restore it from a backup, or move ${folder} away to begin anew.`,
    )
  }
  const { location, project, password } = kept.data
  if (project === folder) return kept.data
  if (location === project) return saveRecord(folder, { location: folder, password, project: folder })
  const isCopy = existsSync(join(project, 'cluster.json'))
  return isCopy ? undefined : saveRecord(folder, { location, password, project: folder })
}

function refuseOrphanedData(folder: string): undefined {
  if (!existsSync(join(folder, 'data/PG_VERSION'))) return undefined
  throw new Refusal(
    'CLUSTER_RECORD_MISSING',
    `${folder}/data holds a database but cluster.json with its password is gone: restore it, or move the folder away.`,
  )
}

function chooseLocation(folder: string, account: Account | undefined): string {
  const closed = firstClosedFolder(folder, account)
  if (!account || !closed) return folder
  if (isSet('DATA_DIR')) {
    throw new Refusal(
      'DATA_DIR_UNREACHABLE',
      `DATA_DIR ${env.DATA_DIR} cannot hold the database: PostgreSQL refuses root, so it runs as "${account.name}", who may not enter ${closed}. Choose a folder such as ${sharedFolder}, or set DATABASE_URL.`,
    )
  }
  const location = join(sharedFolder, createHash('sha256').update(folder).digest('hex').slice(0, 12))
  if (existsSync(location)) renameSync(location, `${location}.${now().getTime()}.unused`)
  return location
}

async function initialise({ folder, location, password, account, binaries }: Cluster): Promise<void> {
  const unfinished = join(location, `data.new-${process.pid}`)
  const passwordFile = join(location, `password-${process.pid}`)
  mkdirSync(location, { recursive: true })
  if (account) openFolders(location)
  refuseLittleSpace(location)
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    await runInitdb({ unfinished, passwordFile, account, binaries })
    saveRecord(folder, { location, password, project: folder })
    renameSync(unfinished, join(location, 'data'))
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Folders that this program made itself must let the server's account through, whatever the umask. */
function openFolders(location: string): void {
  for (const folder of [location, dirname(location)]) {
    if (folder.startsWith(sharedFolder) || folder.startsWith(env.DATA_DIR)) chmodSync(folder, 0o711)
  }
}

type InitdbInput = Pick<Cluster, 'account' | 'binaries'> & { unfinished: string; passwordFile: string }

async function runInitdb({ unfinished, passwordFile, account, binaries }: InitdbInput): Promise<void> {
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const signIn = ['--username=masthead', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const { status, output } = await runProgram(
    binaries.initdb,
    [`--pgdata=${unfinished}`, ...encoding, ...signIn],
    runAs(account, unfinished),
  )
  if (status === 0) return
  const reason = lastComplaint(output) ?? 'no reason given'
  throw new Refusal(
    'INITDB_FAILED',
    `The database could not be created in ${dirname(unfinished)}: ${reason}.`,
  )
}

/** PostgreSQL's programs get an environment of their own: a PGPORT or LANG of the user's must not reach them. */
export function runAs(account: Account | undefined, cwd: string) {
  const programEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin', NODE_ENV: env.NODE_ENV }
  return { cwd, env: programEnvironment, uid: account?.uid, gid: account?.gid }
}

/** The line of PostgreSQL's output that says what went wrong. */
export function lastComplaint(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => /\b(FATAL|PANIC|error|could not)\b/i.test(line))
  return lines
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|ERROR|error): +/, '')
    .replace(/\.$/, '')
}

function refuseLittleSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= neededBytes) return
  throw new Refusal(
    'NO_SPACE',
    `No space left: ${folder} has ${Math.floor((bavail * bsize) / 1048576)} MB free and the database needs ${neededBytes / 1048576} MB to begin with.`,
  )
}

function refuseOtherVersion(location: string, ours: number): void {
  const theirs = readFileSync(join(location, 'data/PG_VERSION'), 'utf8').trim()
  if (theirs === String(ours)) return
  throw new Refusal(
    'OTHER_POSTGRES_VERSION',
    `${location}/data belongs to PostgreSQL ${theirs} and this release brings ${ours}: restore a backup into a new DATA_DIR, or set DATABASE_URL to a server of version ${theirs}.`,
  )
}

function saveRecord(folder: string, kept: z.infer<typeof record>) {
  writeFileAtomically(join(folder, 'cluster.json'), `${JSON.stringify(kept, null, 2)}\n`, 0o600)
  return kept
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
