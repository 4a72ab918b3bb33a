import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { KeptText, keepsStatements } from './KeptText'
import { poolOf } from './poolOf'

interface Sessions {
  sessions: Record<string, { db: { session: { client: ClientBase } } } | undefined>
}

const texts = new LRUCache<string, KeptText>({ max: 100 })

/**
 * As `execute`, for SQL that is asked so often that its parsing counts: the server keeps it. Answers that are kept
 * must not be made of it, for it tells nobody what it reads.
 */
export async function executeKept<Row extends object>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const kept = texts.get(text) ?? new KeptText(text, keepsStatements())
  texts.set(text, kept)
  const id = await req.transactionID
  const session = (req.payload.db as unknown as Sessions).sessions[String(id)]
  const client = session?.db.session.client ?? poolOf(req)
  const { rows } = await client.query<Row>({ ...kept.use(), values })
  return rows
}
