import type { Pool } from 'pg'
import { KeptText } from '../KeptText'

/** What drizzle makes of a relational query: enough of it to send the same text again with other values. */
export interface RelationalQuery {
  _toSQL(): { builtQuery: Built }
  _prepare(name?: string): PreparedQuery
}

export interface Built {
  sql: string
  params: unknown[]
}

interface PreparedQuery {
  customResultMapper?: (rows: unknown[][]) => Row[]
  queryConfig: { types?: unknown }
}

export type Row = Record<string, unknown>

/** The text of one shape of query with the mapping of its rows; the values come with each use. */
export class Statement {
  private readonly mapRows: (rows: unknown[][]) => Row[]
  private readonly types: unknown
  private readonly text: KeptText

  constructor(text: string, query: RelationalQuery, mayKeep: boolean) {
    const prepared = query._prepare()
    if (!prepared.customResultMapper) throw new Error('Drizzle no longer maps rows by itself')
    this.mapRows = prepared.customResultMapper
    this.types = prepared.queryConfig.types
    this.text = new KeptText(text, mayKeep)
  }

  async run(pool: Pool, values: unknown[]): Promise<Row[]> {
    const { rows } = await pool.query<unknown[]>({
      ...this.text.use(),
      values,
      rowMode: 'array',
      types: this.types as never,
    })
    return this.mapRows(rows)
  }
}
