import type { sql } from '@payloadcms/db-postgres'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { PayloadRequest } from 'payload'
import { requestContext } from '../requestContext'

interface Runner {
  execute(query: ReturnType<typeof sql>): Promise<{ rows: unknown[] }>
}

interface Options {
  /** Collections that the statement reads, where it is known; else an answer made with it depends on everything. */
  reads?: string[]
}

/** Runs SQL of our own: inside the request's transaction when it has one, so that no second client is taken. */
export async function execute<Row>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: ReturnType<typeof sql>,
  { reads }: Options = {},
): Promise<Row[]> {
  const noted = requestContext.getStore()?.reads
  if (reads) for (const slug of reads) noted?.collection(slug)
  else noted?.anything()
  const adapter = req.payload.db as unknown as DrizzleAdapter
  const id = await req.transactionID
  const session = id === undefined ? undefined : adapter.sessions?.[id]
  const runner = (session?.db ?? adapter.drizzle) as Runner
  const { rows } = await runner.execute(query)
  return rows as Row[]
}
