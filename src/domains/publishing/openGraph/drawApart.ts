/**
 * Draws in a process of its own, which ends when nobody has asked for a while: the drawing libraries take some 200 MB
 * and half a core, which a process that serves pages should not give. One at a time; see `inTurn`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { childEnvironment } from '@/src/platform/env'
import type { Card, CardPictures } from './Card'
import type { Delivery, Order } from './drawingProcess'

const idleMs = 60_000
const longestMs = 10_000

let drawer: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined

/** @throws Error when it takes too long or cannot be done. */
export function drawApart(card: Card, pictures: CardPictures): Promise<Buffer> {
  clearTimeout(idle)
  const child = drawer ?? start()
  return new Promise<Buffer>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      idle = setTimeout(stop, idleMs)
      idle.unref()
      act()
    }
    const onMessage = (delivery: Delivery) =>
      settle(() =>
        'jpeg' in delivery ? resolve(Buffer.from(delivery.jpeg)) : reject(new Error(delivery.fault)),
      )
    const onExit = (code: number | null) =>
      settle(() => reject(new Error(`The drawing process ended (${code})`)))
    const timer = setTimeout(() => child.kill('SIGKILL'), longestMs)
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send({ card, pictures } satisfies Order, (error) => error && child.kill('SIGKILL'))
  })
}

function start(): ChildProcess {
  const script = join(
    /* turbopackIgnore: true */ process.cwd(),
    'src/domains/publishing/openGraph/drawingProcess.ts',
  )
  const child = fork(script, {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: childEnvironment({ NODE_OPTIONS: '' }),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // Nobody waits for it to end.
  child.unref()
  child.channel?.unref()
  child.once('error', () => child.kill('SIGKILL'))
  child.once('exit', () => {
    if (drawer === child) drawer = undefined
  })
  drawer = child
  return child
}

function stop(): void {
  drawer?.disconnect()
  drawer = undefined
}
