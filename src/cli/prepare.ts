/** What `npm start` has done in a process of its own, so that the supervisor stays small: it tells by IPC. */
import { setEnv } from '@/src/platform/env'
import { explainFailure } from './support/explainFailure'
import { payloadLoader, prepareDatabase } from './support/prepareDatabase'
import type { PrepareMessage } from './support/runPrepare'
import { preferDirectDatabase } from './support/withDatabase'

process.on('disconnect', () => process.exit(1))
// Keeps node from ending while it does nothing but load modules.
setInterval(() => {}, 60_000)

try {
  setEnv({ LOG_LEVEL: 'warn' })
  preferDirectDatabase()
  const payload = payloadLoader()
  const preparation = await prepareDatabase(payload.load, (text) => send({ kind: 'progress', text }))
  await payload.close()
  await send({ kind: 'done', preparation })
} catch (error) {
  await send({ kind: 'failed', sentences: explainFailure(error) })
}
process.exit()

function send(message: PrepareMessage): Promise<void> {
  return new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()))
}
