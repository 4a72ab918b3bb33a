import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Pool } from 'pg'
import type { Built, RelationalQuery } from './Statement'

/** What we use of drizzle's connection, of which Payload's types say nothing. */
export interface Drizzle {
  dialect: { sqlToQuery(part: unknown): Built }
  query: Record<string, { findMany(config: QueryConfig): RelationalQuery }>
}

export interface QueryConfig {
  /** The columns that are read, where not all are. */
  columns?: Record<string, boolean>
  extras?: Record<string, unknown>
  with?: object
  where?: unknown
  orderBy?: unknown
  limit?: number
  offset?: number
}

/** The adapter with the parts that its types leave vague. */
export type ReadingAdapter = Omit<PostgresAdapter, 'drizzle' | 'primaryDrizzle' | 'pool' | 'tables'> & {
  drizzle: Drizzle
  primaryDrizzle: Drizzle
  pool: Pool
  tables: Record<string, { id: unknown } & Record<string, unknown>>
}
