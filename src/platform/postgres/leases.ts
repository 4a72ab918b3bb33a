/** Who uses the embedded server: one file a process, so that the last one to leave can stop it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function addLease(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, leaseOf(process.pid)), '')
}

export function removeLease(folder: string): void {
  rmSync(join(folder, leaseOf(process.pid)), { force: true })
}

/** Leases of living processes; those of dead ones are swept away. */
export function countLeases(folder: string): number {
  const names = readdirSync(folder)
  const dead = names.filter((name) => name !== leaseOf(Number(name.split('-')[0])))
  for (const name of dead) rmSync(join(folder, name), { force: true })
  return names.length - dead.length
}

/** Process ids are used again, so a lease names the start of its process too, where the system tells it. */
function leaseOf(pid: number): string {
  return isAlive(pid) ? `${pid}-${startOf(pid)}` : `${pid}-dead`
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processStat(pid)?.[0] !== 'Z'
}

function startOf(pid: number): string {
  return processStat(pid)?.[19] ?? ''
}

/** Fields of /proc/<pid>/stat from the state on; undefined where the system has none. */
function processStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
