import { sql } from '@payloadcms/db-postgres'
import { LRUCache } from 'lru-cache'
import { collapseLists } from './collapseLists'
import type { VersionRow } from './PageOfVersions'
import type { Drizzle, QueryConfig, ReadingAdapter } from './ReadingAdapter'
import { type Built, type RelationalQuery, Statement } from './Statement'

interface Asked {
  /** Whatever shapes the query beside its conditions. */
  shape: string
  tableName: string
  db: Drizzle
  where: unknown
  config: QueryConfig
}

/** The queries of this process, each made by drizzle once and sent again with other values. */
export class Statements {
  private readonly known = new LRUCache<string, Statement<unknown> | 'unlike'>({ max: 1_000 })

  constructor(
    private readonly adapter: ReadingAdapter,
    private readonly keepsStatements: boolean,
  ) {}

  /** Rows as drizzle's query gives them. */
  async documents(asked: Asked): Promise<unknown[]> {
    const query = () => queryOf(asked)
    const sent = this.send('documents', asked, query, (text, made) =>
      Statement.ofDocuments(text, made, this.keepsStatements),
    )
    return sent ?? query()
  }

  /** What is on the page, and in which version. Undefined where drizzle writes another text than expected. */
  versions(asked: Asked): Promise<VersionRow[]> | undefined {
    const version = sql`${sql.identifier(asked.tableName)}.xmin`.as('version')
    const query = () =>
      queryOf({ ...asked, config: { ...asked.config, columns: { id: true }, extras: { version } } })
    return this.send('versions', asked, query, (text) =>
      Statement.ofTexts<VersionRow>(text, this.keepsStatements),
    )
  }

  private send<Result>(
    kind: string,
    { shape, db, where, config }: Asked,
    query: () => RelationalQuery,
    make: (text: string, query: RelationalQuery) => Statement<Result>,
  ): Promise<Result[]> | undefined {
    const condition = conditionText(db, where)
    const lean = collapseLists(condition)
    if (!lean) return undefined
    const key = `${kind} ${shape} ${pageOf(config).length} ${lean.sql}`
    let statement = this.known.get(key)
    if (!statement) {
      statement = prepare(query(), [...condition.params, ...pageOf(config)], make)
      this.known.set(key, statement)
    }
    if (statement === 'unlike') return undefined
    return (statement as Statement<Result>).run(this.adapter.pool, [...lean.params, ...pageOf(config)])
  }
}

export function conditionText(db: Drizzle, where: unknown): Built {
  return where ? db.dialect.sqlToQuery(where) : { sql: '', params: [] }
}

function queryOf({ db, tableName, config, where }: Asked): RelationalQuery & Promise<unknown[]> {
  const built = db.query[tableName]?.findMany({ ...config, where })
  if (!built) throw new Error(`There is no table ${tableName}`)
  return built as RelationalQuery & Promise<unknown[]>
}

function prepare<Result>(
  query: RelationalQuery,
  expected: unknown[],
  make: (text: string, query: RelationalQuery) => Statement<Result>,
): Statement<Result> | 'unlike' {
  const { builtQuery } = query._toSQL()
  const isAlike =
    builtQuery.params.length === expected.length &&
    builtQuery.params.every((value, index) => value === expected[index])
  const text = isAlike ? collapseLists(builtQuery)?.sql : undefined
  return text === undefined ? 'unlike' : make(text, query)
}

/** Drizzle leaves an offset of 0 out. */
function pageOf({ limit, offset }: QueryConfig): number[] {
  return [limit, offset || undefined].filter((part) => part !== undefined)
}
