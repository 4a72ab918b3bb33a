import { getTableColumns, getTableName } from '@payloadcms/db-postgres/drizzle'
import type { LRUCache } from 'lru-cache'
import { KeptText } from '../KeptText'
import type { Built } from '../reads/Statement'
import type { InsertArgs, Values, WritingAdapter, WritingDrizzle } from './WritingAdapter'

/** What we use of a column of drizzle's. */
interface Column {
  name: string
  default?: unknown
  defaultFn?: () => unknown
  getSQLType(): string
  mapToDriverValue(value: unknown): unknown
  mapFromDriverValue(value: unknown): unknown
}

export type Texts = LRUCache<string, KeptText>

export interface RowBatchOptions {
  adapter: WritingAdapter
  db: WritingDrizzle
  /** Texts of statements by the shape of what they write. */
  texts: Texts
  mayKeep: boolean
}

/** Tables whose rows belong to a row of the main one, by what comes after its name. */
const ownedOnes = { _rels: true, _texts: true } as const
type Owned = keyof typeof ownedOnes

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A row that is inserted with what belongs to it by one statement, once all is known: its id is made here, so that
 * those that point at it need not wait. Tables of other kinds are written as ever, after it.
 */
export class RowBatch {
  private main: { tableName: string; row: Values } | undefined
  private tableName = ''
  private readonly owned: Record<Owned, Values[]> = { _rels: [], _texts: [] }
  private written: Values | undefined
  private hasOthers = false

  constructor(private readonly options: RowBatchOptions) {}

  /** As the adapter's `insert`. @returns the rows, of which only the id is known yet. */
  async insert(args: InsertArgs): Promise<Values[]> {
    const { tableName, values } = args
    const rows = Array.isArray(values) ? values : [values]
    if (!this.main && !this.written && !args.onConflictDoUpdate && rows.length === 1 && rows[0]) {
      const id = rows[0].id ?? columnsOf(this.options.adapter, tableName).id?.defaultFn?.()
      if (typeof id === 'string') {
        this.main = { tableName, row: { ...rows[0], id } }
        return [this.main.row]
      }
    }
    const kind = this.main && !args.onConflictDoUpdate && tableName.slice(this.main.tableName.length)
    if (this.main && kind && kind in ownedOnes && tableName.startsWith(this.main.tableName)) {
      this.owned[kind as Owned].push(...rows)
      return rows
    }
    await this.flush()
    this.hasOthers = true
    return this.options.adapter.insert(args)
  }

  get isWaiting(): boolean {
    return this.main !== undefined
  }

  /** Writes what waits, with `also` in the same statement. Does nothing where nothing waits. */
  async flush(also?: Built): Promise<void> {
    if (!this.main) return
    const { tableName, row } = this.main
    this.main = undefined
    const main = mainPart(this.options.adapter, tableName, row)
    const parts: Part[] = [main]
    for (const [kind, rows] of Object.entries(this.owned))
      if (rows.length > 0) parts.push(ownedPart(this.options.adapter, `${tableName}${kind}`, rows))
    if (also) parts.push({ key: also.sql, text: () => also.sql, params: also.params })
    this.written = { ...(await this.run(tableName, parts, main.returned)), ...main.known() }
  }

  /**
   * The row as drizzle's relational query would find it now, or undefined where other tables have a part in it.
   */
  found(tableName: string, config: { with?: object; columns?: unknown }): Values | undefined {
    if (!this.written || this.tableName !== tableName || this.hasOthers || config.columns) return undefined
    const { adapter } = this.options
    const tables = Object.keys(config.with ?? {})
    if (!tables.every((name) => name in ownedOnes)) return undefined
    const found: Values = { ...this.written }
    for (const kind of tables as Owned[]) {
      const columns = columnsOf(adapter, `${tableName}${kind}`)
      const keys = Object.keys(columns).filter((key) => key !== 'id' && key !== 'parent')
      const rows = this.owned[kind].toSorted((a, b) => Number(a.order) - Number(b.order))
      // PostgreSQL writes an id in its own way.
      const isOdd = (key: string, value: unknown) =>
        columns[key]?.getSQLType() === 'uuid' && value !== null && !uuid.test(String(value))
      const shown = rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null])))
      if (shown.some((row) => Object.entries(row).some(([key, value]) => isOdd(key, value)))) return undefined
      found[kind] = shown
    }
    return found
  }

  private async run(tableName: string, parts: Part[], returned: [string, Column][]): Promise<Values> {
    const { db, texts, mayKeep } = this.options
    this.tableName = tableName
    const key = parts.map((part) => part.key).join(' + ')
    const text = texts.get(key) ?? new KeptText(textOf(parts), mayKeep)
    texts.set(key, text)
    const { rows } = await db.session.client.query<unknown[]>({
      ...text.use(),
      values: parts.flatMap(({ params }) => params),
      rowMode: 'array',
      types: typesOf(db, tableName) as never,
    })
    const [values] = rows
    if (!values) throw new Error(`Nothing was written to ${tableName}`)
    return Object.fromEntries(
      returned.map(([name, column], index) => [
        name,
        values[index] === null ? null : column.mapFromDriverValue(values[index]),
      ]),
    )
  }
}

interface Part {
  /** Tells two texts apart. */
  key: string
  /** With parameters numbered from 1. */
  text: () => string
  params: unknown[]
}

/** The row itself, with the columns whose values only the database knows. */
interface MainPart extends Part {
  returned: [string, Column][]
  /** What needs not come back: texts are long, and come back as they were sent. */
  known: () => Values
}

function textOf(parts: Part[]): string {
  let before = 0
  const texts = parts.map(({ text, params }) => {
    const from = before
    before += params.length
    return text().replace(/\$(\d+)/g, (_, number) => `$${from + Number(number)}`)
  })
  return `with ${texts.map((text, index) => `p${index} as (${text})`).join(', ')} select * from p0`
}

function mainPart(adapter: WritingAdapter, tableName: string, row: Values): MainPart {
  const columns = Object.entries(columnsOf(adapter, tableName))
  const params: unknown[] = []
  const sent: [string, string][] = []
  const given = columns.map(([key, column]) => {
    const value = row[key] === undefined ? column.defaultFn?.() : row[key]
    if (value === undefined) return 'default'
    const param = value === null ? null : column.mapToDriverValue(value)
    if (column.getSQLType() === 'jsonb' && typeof param === 'string') sent.push([key, param])
    params.push(param)
    return `$${params.length}`
  })
  const namesOf = (some: [string, Column][]) => some.map(([, { name }]) => `"${name}"`).join(', ')
  const returned = columns.filter(([key]) => !sent.some(([name]) => name === key))
  return {
    key: `${tableName} ${given.join()} ${sent.map(([name]) => name).join()}`,
    text: () =>
      `insert into "${nameOf(adapter, tableName)}" (${namesOf(columns)}) values (${given.join(', ')}) returning ${namesOf(returned)}`,
    params,
    returned,
    known: () => Object.fromEntries(sent.map(([key, text]) => [key, JSON.parse(text)])),
  }
}

/** A column that no row has a value for is left to the database. */
function ownedPart(adapter: WritingAdapter, tableName: string, rows: Values[]): Part {
  const columns = Object.entries(columnsOf(adapter, tableName)).filter(([key]) =>
    rows.some((row) => row[key] !== undefined),
  )
  const params = columns.map(([key, column]) =>
    rows.map((row) =>
      row[key] === undefined || row[key] === null ? null : column.mapToDriverValue(row[key]),
    ),
  )
  const lists = columns.map(([, column], index) => `$${index + 1}::${column.getSQLType()}[]`).join(', ')
  return {
    key: `${tableName} ${columns.map(([key]) => key).join()}`,
    text: () =>
      `insert into "${nameOf(adapter, tableName)}" (${columns.map(([, { name }]) => `"${name}"`).join(', ')}) select * from unnest(${lists})`,
    params,
  }
}

function columnsOf(adapter: WritingAdapter, tableName: string): Record<string, Column> {
  const table = adapter.tables[tableName]
  if (!table) throw new Error(`There is no table ${tableName}`)
  return getTableColumns(table as never) as unknown as Record<string, Column>
}

function nameOf(adapter: WritingAdapter, tableName: string): string {
  return getTableName(adapter.tables[tableName] as never)
}

let types: unknown

/** How drizzle has values read: dates as the text that they came as. */
function typesOf(db: WritingDrizzle, tableName: string): unknown {
  types ??= db.query[tableName]?.findMany({ limit: 1 })._prepare().queryConfig.types
  if (!types) throw new Error(`Drizzle no longer says how rows of ${tableName} are read`)
  return types
}
