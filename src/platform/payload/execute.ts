import type { sql } from '@payloadcms/db-postgres'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { PayloadRequest } from 'payload'
import { requestContext } from '../requestContext'

interface Runner {
  execute(query: ReturnType<typeof sql>): Promise<{ rows: unknown[] }>
}

/** Runs SQL of our own: inside the request's transaction when it has one, so that no second client is taken. */
export async function execute<Row>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: ReturnType<typeof sql>,
): Promise<Row[]> {
  // Nobody knows what a statement of our own reads: an answer made with it depends on everything.
  requestContext.getStore()?.reads?.anything()
  const adapter = req.payload.db as unknown as DrizzleAdapter
  const id = await req.transactionID
  const session = id === undefined ? undefined : adapter.sessions?.[id]
  const runner = (session?.db ?? adapter.drizzle) as Runner
  const { rows } = await runner.execute(query)
  return rows as Row[]
}
