import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { ClientBase } from 'pg'
import type { Built, RelationalQuery } from '../reads/Statement'

/** What we use of drizzle's connection, of which Payload's types say nothing. */
export interface WritingDrizzle {
  dialect: { sqlToQuery(part: unknown): Built }
  /** The client of a transaction. */
  session: { client: ClientBase }
  query: Record<
    string,
    Record<'findMany' | 'findFirst', (config: object) => RelationalQuery & Promise<unknown>>
  >
}

export type Values = Record<string, unknown>

export interface InsertArgs {
  db: WritingDrizzle
  tableName: string
  values: Values | Values[]
  onConflictDoUpdate?: unknown
}

/** The adapter with the parts that its types leave vague. */
export type WritingAdapter = Omit<
  PostgresAdapter,
  'insert' | 'execute' | 'sessions' | 'drizzle' | 'tables'
> & {
  drizzle: WritingDrizzle
  sessions: Record<string, { db: WritingDrizzle }>
  tables: Record<string, object>
  insert(args: InsertArgs): Promise<Values[]>
  execute(args: { db?: WritingDrizzle; sql?: unknown; raw?: string }): Promise<unknown>
  lastWriteTimestamp?: number
}
