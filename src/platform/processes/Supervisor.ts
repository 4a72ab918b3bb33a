/** Keeps child processes running: each in a process group of its own, restarted when it crashes, stopped in order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { childEnvironment } from '@/src/platform/env'
import { log } from '@/src/platform/log'
import { Refusal } from '@/src/platform/refusal'

export type ChildPlan = {
  name: string
  command: string
  args: string[]
  env?: Record<string, string | undefined>
  /** False for programs that do not tell when they are ready. */
  saysReady?: boolean
}

type Running = { plan: ChildPlan; child: ChildProcess; crashes: number[]; onReady: () => void }

const stopGraceMs = 6_000
const crashWindowMs = 60_000
const crashLimit = 5

export class Supervisor {
  /** Rejects when a child crashes again and again; never resolves. */
  readonly failed: Promise<never>
  private fail: (reason: Refusal) => void = () => {}
  private running: Running[] = []
  private isStopping = false

  constructor() {
    this.failed = new Promise((_, reject) => {
      this.fail = reject
    })
    this.failed.catch(() => {})
  }

  /** Resolves when the child says that it is ready. */
  async start(plan: ChildPlan): Promise<void> {
    const isReady = new Promise<void>((resolve) => {
      const running: Running = { plan, child: this.spawn(plan), crashes: [], onReady: resolve }
      this.running.push(running)
      this.watch(running)
      if (plan.saysReady === false) resolve()
    })
    await Promise.race([isReady, this.failed])
  }

  /** Asks all to finish, waits, and ends by force what is still there. */
  async stop(): Promise<void> {
    this.isStopping = true
    const left = this.running.filter(({ child }) => isRunning(child))
    for (const { child } of left) child.kill('SIGTERM')
    const ended = Promise.all(left.map(({ child }) => untilExit(child)))
    await Promise.race([ended, sleep(stopGraceMs, undefined, { ref: false })])
    this.kill()
    await Promise.race([ended, sleep(1_000, undefined, { ref: false })])
  }

  /** Ends everything now, grandchildren too. */
  kill(): void {
    for (const { child } of this.running) if (isRunning(child)) killGroup(child)
  }

  private spawn({ command, args, env = {} }: ChildPlan): ChildProcess {
    return spawn(command, args, {
      detached: true,
      env: childEnvironment(env),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  private watch(running: Running): void {
    const { name } = running.plan
    running.child.on('error', (error) =>
      log.error({ err: error, process: name }, 'The process could not be started'),
    )
    running.child.on('message', (message) => message === 'ready' && running.onReady())
    running.child.once('exit', (code, signal) => {
      if (this.isStopping) return
      killGroup(running.child)
      this.restartLater(running, signal ? `signal ${signal}` : `exit code ${code}`)
    })
  }

  private async restartLater(running: Running, how: string): Promise<void> {
    const { name } = running.plan
    const now = performance.now()
    running.crashes = [...running.crashes.filter((at) => now - at < crashWindowMs), now]
    if (running.crashes.length >= crashLimit) {
      const sentence = `The ${name} process ended ${crashLimit} times within a minute (last: ${how}); its own words are above.`
      this.fail(new Refusal('CHILD_CRASHES', sentence))
      return
    }
    const waitMs = 500 * 2 ** (running.crashes.length - 1)
    log.warn({ process: name, how, waitMs }, `The ${name} process ended; it is started again`)
    await sleep(waitMs)
    if (this.isStopping) return
    running.child = this.spawn(running.plan)
    this.watch(running)
  }
}

function untilExit(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (isRunning(child) ? child.once('exit', () => resolve()) : resolve()))
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

function killGroup({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group has ended by itself.
  }
}
