/**
 * Locks between processes of this machine, held by listening on a socket: the kernel lets go when the holder dies,
 * so a lock is never stale. Whoever connects is told the holder's note.
 */
import { createHash } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type ProcessLock = { setNote(note: string): void; release(): Promise<void> }

/** @returns undefined when somebody else holds it. */
export async function tryProcessLock(name: string, note = ''): Promise<ProcessLock | undefined> {
  const address = addressOf(name)
  const server = await listen(address, note)
  if (server) return server
  if (address.startsWith(tmpdir()) && (await readNote(address)) === undefined) {
    unlinkSync(address)
    return listen(address, note)
  }
  return undefined
}

/** Waits for the lock. @throws when it is not free within the time. */
export async function takeProcessLock(name: string, timeoutMs: number): Promise<ProcessLock> {
  const end = performance.now() + timeoutMs
  for (;;) {
    const lock = await tryProcessLock(name)
    if (lock) return lock
    if (performance.now() > end) throw new Error(`Another process holds the lock ${name}`)
    await sleep(50)
  }
}

/** What the holder says of itself, undefined when nobody holds the lock. */
export function processLockNote(name: string): Promise<string | undefined> {
  return readNote(addressOf(name))
}

function addressOf(name: string): string {
  const id = `masthead-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`
  if (platform() === 'linux') return `\0${id}`
  if (platform() === 'win32') return `\\\\.\\pipe\\${id}`
  return join(tmpdir(), `${id}.sock`)
}

function listen(address: string, firstNote: string): Promise<ProcessLock | undefined> {
  let note = firstNote
  const server = createServer((socket) => socket.on('error', () => {}).end(note))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => {
      server.unref()
      const setNote = (changed: string) => {
        note = changed
      }
      resolve({ setNote, release: () => close(server) })
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function readNote(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let note = ''
    const socket = connect(address)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => {
      note += chunk
    })
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(note))
  })
}
