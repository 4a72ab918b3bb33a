/** Starts those who compete: a bare server, Payload as it comes, and ours. */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { childEnvironment } from '@/src/platform/env'

export interface Started {
  origin: string
  child: ChildProcess
}

const secret = 'a-secret-of-benches-0123456789abcdefghijkl'
const plainFolder = 'bench/plain'
const next = 'node_modules/next/dist/bin/next'

export function startBare(): Promise<Started> {
  const child = fork('bench/reads/bareServer.ts', [], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: childEnvironment({ NODE_ENV: 'production' }),
  })
  return new Promise((resolve) =>
    child.once('message', (port) => resolve({ child, origin: `http://127.0.0.1:${port}` })),
  )
}

/** Makes the tables of plain Payload as `next dev` does, and its build where there is none. */
export function preparePlain(address: string): void {
  const env = childEnvironment({
    DATABASE_URL: address,
    PAYLOAD_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  execFileSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', `${plainFolder}/makeTables.ts`],
    {
      env: { ...env, NODE_ENV: 'development' },
      stdio: 'ignore',
    },
  )
  if (isBuilt()) return
  execFileSync(process.execPath, [next, 'build', plainFolder], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: 'ignore',
  })
}

function isBuilt(): boolean {
  const build = `${plainFolder}/.next/BUILD_ID`
  if (!existsSync(build)) return false
  const sources = [
    'payload.config.ts',
    'collections.ts',
    'next.config.mjs',
    'app',
    'proxy.ts',
    'instrumentation.ts',
  ]
  const builtAt = statSync(build).mtimeMs
  return sources.every((name) => statSync(`${plainFolder}/${name}`).mtimeMs < builtAt)
}

/** Payload as its template serves it: by `next start`. */
export function startPlain(address: string): Promise<Started> {
  return untilAnswering(
    (port) => [next, 'start', plainFolder, '-p', String(port), '-H', '127.0.0.1'],
    '/api/tags?limit=1',
    { DATABASE_URL: address, PAYLOAD_SECRET: secret },
  )
}

/** As `npm run web` does; on the database of the bench unless told of another. */
export function startWeb(address?: string): Promise<Started> {
  const extra: Record<string, string> = address === undefined ? {} : { DATABASE_URL: address }
  return untilAnswering(() => ['src/cli/run.mjs', 'web'], '/api/health/ready', extra)
}

export async function stopAll(started: Started[]): Promise<void> {
  for (const { child } of started) child.kill('SIGTERM')
  await sleep(1_000)
  for (const { child } of started) child.kill('SIGKILL')
}

export function megabytesOf({ child: { pid } }: Started): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

async function untilAnswering(
  args: (port: number) => string[],
  path: string,
  extra: Record<string, string>,
): Promise<Started> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, args(port), {
    env: childEnvironment({
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: origin,
      LOG_LEVEL: 'error',
      ...extra,
    }),
    stdio: 'ignore',
  })
  for (const end = performance.now() + 90_000; ; await sleep(200)) {
    const status = await fetch(origin + path).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return { origin, child }
    if (performance.now() > end || child.exitCode !== null)
      throw new Error(`${args(port).join(' ')} does not answer`)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
