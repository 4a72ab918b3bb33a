import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { limitPageLife } from '@/src/platform/http/limitPageLife'
import { execute } from '@/src/platform/payload/execute'

/** New articles whose words are taken up at once; each costs the database some two milliseconds. */
const atOnce = { search: 100, worker: 50 }

type Asker = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Before a search: what was published until now is found. Of very many the last may be missing yet. */
export async function catchUp(req: PayloadRequest): Promise<void> {
  const { isDone } = await takeUp(req, atOnce.search)
  // Then it is said to this asker alone.
  if (!isDone) limitPageLife(0)
}

/** What nobody has searched since, by a worker. What is being changed just now waits for the next time. */
export async function catchUpWhole(payload: Payload): Promise<void> {
  for (let taken = 1; taken > 0; ) ({ taken } = await takeUp({ payload }, atOnce.worker))
}

async function takeUp(req: Asker, most: number): Promise<{ taken: number; isDone: boolean }> {
  const statement = sql`select taken, is_done as "isDone" from search_catch_up(${most})`
  const [row] = await execute<{ taken: number; isDone: boolean }>(req, statement, { reads: ['content'] })
  return row ?? { taken: 0, isDone: true }
}
