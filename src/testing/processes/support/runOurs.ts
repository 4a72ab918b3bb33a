/** Runs one of our commands as its users do: as a process, with an environment that holds nothing of the tester's. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Ours = {
  child: ChildProcess
  /** All that it has said so far, on both streams. */
  output: () => string
  /** The exit code, null after a signal. */
  ended: Promise<number | null>
  /** Waits until it has said something. @throws with its output when it ends or time runs out before. */
  until: (pattern: RegExp, timeoutMs?: number) => Promise<void>
}

export type Place = { folder: string; environment: Record<string, string>; remove: () => void }

/** A place of its own: data folder and .env in a new temporary folder. */
export function aPlace(environment: Record<string, string> = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-process-'))
  // The database may run under another account, which must get through.
  chmodSync(folder, 0o711)
  return {
    folder,
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      ENV_FILE: join(folder, '.env'),
      SEED_DEMO: 'false',
      ...environment,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function runOurs(
  place: Place,
  command: string,
  args: string[] = [],
  extra: Record<string, string> = {},
): Ours {
  return follow(spawn(process.execPath, ['src/cli/run.mjs', command, ...args], options(place, extra)))
}

/** Runs a script of the tests, with our alias and TypeScript. */
export function runScript(
  place: Place,
  path: string,
  extra: Record<string, string> = {},
  args: string[] = [],
): Ours {
  const flags = ['--conditions=production', '--import', 'tsx']
  return follow(spawn(process.execPath, [...flags, path, ...args], options(place, extra)))
}

function options({ environment }: Place, extra: Record<string, string>) {
  const env = { ...environment, ...extra } as unknown as NodeJS.ProcessEnv
  return { env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] }
}

function follow(child: ChildProcess): Ours {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const until = async (pattern: RegExp, timeoutMs = 90_000) => {
    for (const end = performance.now() + timeoutMs; !pattern.test(said); await sleep(50)) {
      const isOver = child.exitCode !== null || child.signalCode !== null
      if (isOver || performance.now() > end) throw new Error(`Never said ${pattern}:\n${said}`)
    }
  }
  return { child, output: () => said, ended, until }
}

export async function untilTrue(check: () => boolean | Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  for (const end = performance.now() + timeoutMs; !(await check()); await sleep(100)) {
    if (performance.now() > end) throw new Error(`Not within ${timeoutMs} ms: ${check}`)
  }
}
