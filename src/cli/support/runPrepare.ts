/** Starts `prepare` and passes on what it tells. */
import { spawn } from 'node:child_process'
import { childEnvironment } from '@/src/platform/env'
import { Refusal } from '@/src/platform/refusal'
import { commandOf } from './commandOf'
import type { Preparation } from './prepareDatabase'

export type PrepareMessage =
  | { kind: 'progress'; text: string }
  | { kind: 'done'; preparation: Preparation }
  | { kind: 'failed'; sentences: string[] }

export function runPrepare(tell: (text: string) => void, signal: AbortSignal): Promise<Preparation> {
  const { command, args } = commandOf('prepare')
  const child = spawn(command, args, {
    env: childEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const onAbort = () => child.kill('SIGTERM')
  signal.addEventListener('abort', onAbort)
  return new Promise((resolve, reject) => {
    child.on('message', (message: PrepareMessage) => {
      if (message.kind === 'progress') tell(message.text)
      else if (message.kind === 'done') resolve(message.preparation)
      else reject(new Refusal('PREPARE_FAILED', message.sentences.join('\n')))
    })
    child.on('error', reject)
    child.on('exit', (code, name) => {
      signal.removeEventListener('abort', onAbort)
      const how = name ? `by ${name}` : `with code ${code}`
      reject(
        new Refusal('PREPARE_FAILED', `Preparing the database ended ${how}; start again and it goes on.`),
      )
    })
  })
}
