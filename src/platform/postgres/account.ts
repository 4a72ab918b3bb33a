/** PostgreSQL refuses to run as root: this picks the account that runs it instead, and says what it can reach. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../refusal'

export type Account = { name: string; uid: number; gid: number }

/** @returns undefined when this process may run PostgreSQL itself. */
export function databaseAccount(dataFolder?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readAccounts()
  const owner = dataFolder && existsSync(dataFolder) ? statSync(dataFolder).uid : 0
  const account =
    accounts.find(({ uid }) => owner !== 0 && uid === owner) ??
    ['postgres', 'nobody', 'daemon'].map((name) => accounts.find((one) => one.name === name)).find(Boolean) ??
    accounts[0]
  if (account) return account
  throw new Refusal(
    'NO_DATABASE_ACCOUNT',
    'PostgreSQL refuses to run as root and this system has no other account: run as an ordinary user, or set DATABASE_URL.',
  )
}

/** The first folder on the way to `path` that the account may not enter; undefined when it can get there. */
export function firstClosedFolder(path: string, account: Account | undefined): string | undefined {
  if (!account) return undefined
  const folders: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (folder === dirname(folder)) break
  }
  return folders.filter((folder) => existsSync(folder)).find((folder) => !mayEnter(folder, account))
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder)
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0)
}
