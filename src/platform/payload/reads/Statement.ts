import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

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

/** A statement asked so often is parsed and planned once a connection by the server; each is kept there. */
const usesBeforeKept = 20
const mostKept = 200
let kept = 0

/** The text of one shape of query with the mapping of its rows; the values come with each use. */
export class Statement {
  private readonly mapRows: (rows: unknown[][]) => Row[]
  private readonly types: unknown
  private uses = 0
  private name: string | undefined

  constructor(
    private readonly text: string,
    query: RelationalQuery,
  ) {
    const prepared = query._prepare()
    if (!prepared.customResultMapper) throw new Error('Drizzle no longer maps rows by itself')
    this.mapRows = prepared.customResultMapper
    this.types = prepared.queryConfig.types
  }

  async run(pool: Pool, values: unknown[], mayKeep: boolean): Promise<Row[]> {
    this.uses += 1
    if (mayKeep && this.name === undefined && this.uses > usesBeforeKept && kept < mostKept) {
      kept += 1
      this.name = `masthead_${createHash('sha1').update(this.text).digest('base64url')}`
    }
    const { rows } = await pool.query<unknown[]>({
      name: this.name,
      text: this.text,
      values,
      rowMode: 'array',
      types: this.types as never,
    })
    return this.mapRows(rows)
  }
}
