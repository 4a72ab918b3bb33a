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
export class Statement<Result> {
  private constructor(
    private readonly text: KeptText,
    private readonly types: unknown,
    private readonly mapRows: (rows: unknown[][]) => Result[],
  ) {}

  /** Rows as drizzle maps them. */
  static ofDocuments(text: string, query: RelationalQuery, mayKeep: boolean): Statement<Row> {
    const { customResultMapper, queryConfig } = query._prepare()
    if (!customResultMapper) throw new Error('Drizzle no longer maps rows by itself')
    return new Statement(new KeptText(text, mayKeep), queryConfig.types, customResultMapper)
  }

  /** Rows as the database wrote them. */
  static ofTexts<Texts extends unknown[]>(text: string, mayKeep: boolean): Statement<Texts> {
    return new Statement(new KeptText(text, mayKeep), asWritten, (rows) => rows as Texts[])
  }

  async run(pool: Pool, values: unknown[]): Promise<Result[]> {
    const { rows } = await pool.query<unknown[]>({
      ...this.text.use(),
      values,
      rowMode: 'array',
      types: this.types as never,
    })
    return this.mapRows(rows)
  }
}

const asWritten = { getTypeParser: () => (text: string) => text }
