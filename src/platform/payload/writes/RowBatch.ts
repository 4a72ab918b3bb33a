import type { LRUCache } from 'lru-cache'
import { KeptText } from '../KeptText'
import type { Built } from '../reads/Statement'
import { type Column, namesOf, type OwnedKind, ownedKinds, type Table, tableOf } from './tableOf'
import type { InsertArgs, Values, WritingAdapter, WritingDrizzle } from './WritingAdapter'

export type Texts = LRUCache<string, KeptText>

export interface RowBatchOptions {
  adapter: WritingAdapter
  db: WritingDrizzle
  /** Texts of statements by the shape of what they write. */
  texts: Texts
  mayKeep: boolean
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A row that is inserted with what belongs to it by one statement, once all is known: its id is made here, so that
 * those that point at it need not wait. Tables of other kinds are written as ever, after it.
 */
export class RowBatch {
  private main: { tableName: string; row: Values } | undefined
  private tableName = ''
  private readonly owned: Record<OwnedKind, Values[]> = { _rels: [], _texts: [] }
  private written: Values | undefined
  private hasOthers = false

  constructor(private readonly options: RowBatchOptions) {}

  /** As the adapter's `insert`. @returns the rows, of which only the id is known yet. */
  async insert(args: InsertArgs): Promise<Values[]> {
    const { tableName, values } = args
    const rows = Array.isArray(values) ? values : [values]
    if (!this.main && !this.written && !args.onConflictDoUpdate && rows.length === 1 && rows[0]) {
      const id = rows[0].id ?? tableOf(this.options.adapter, tableName).byKey.get('id')?.makeDefault?.()
      if (typeof id === 'string') {
        this.main = { tableName, row: { ...rows[0], id } }
        return [this.main.row]
      }
    }
    const main = args.onConflictDoUpdate ? undefined : this.main?.tableName
    const kind = main === undefined ? undefined : ownedKinds.find((each) => tableName === main + each)
    if (kind) {
      this.owned[kind].push(...rows)
      return rows
    }
    await this.flush()
    this.hasOthers = true
    return this.options.adapter.insert(args)
  }

  /** The table of the row that was written, where no other tables than known ones have a part in it. */
  get whole(): string | undefined {
    return this.written && !this.hasOthers ? this.tableName : undefined
  }

  get isWaiting(): boolean {
    return this.main !== undefined
  }

  /** Writes what waits, with `also` in the same statement. Does nothing where nothing waits. */
  async flush(also?: Built): Promise<void> {
    if (!this.main) return
    const { tableName, row } = this.main
    this.main = undefined
    const table = tableOf(this.options.adapter, tableName)
    const main = mainPart(table, row)
    const parts: Part[] = [main]
    for (const kind of ownedKinds) {
      const rows = this.owned[kind]
      if (rows.length > 0) parts.push(ownedPart(tableOf(this.options.adapter, `${tableName}${kind}`), rows))
    }
    if (also) parts.push({ key: also.sql, text: () => also.sql, params: also.params })
    this.tableName = tableName
    this.written = writtenRow(table, main, await this.run(tableName, parts))
  }

  /**
   * The row as drizzle's relational query would find it now, or undefined where other tables have a part in it.
   */
  found(tableName: string, config: { with?: object; columns?: unknown }): Values | undefined {
    if (!this.written || this.tableName !== tableName || this.hasOthers || config.columns) return undefined
    const { adapter } = this.options
    const kinds = Object.keys(config.with ?? {})
    if (!kinds.every(isOwnedKind)) return undefined
    const found: Values = { ...this.written }
    for (const kind of kinds) {
      const { columns, byKey } = tableOf(adapter, `${tableName}${kind}`)
      const keys = columns.map(({ key }) => key).filter((key) => key !== 'id' && key !== 'parent')
      const rows = this.owned[kind].toSorted((a, b) => Number(a.order) - Number(b.order))
      // PostgreSQL writes an id in its own way.
      const isOdd = (key: string, value: unknown) =>
        byKey.get(key)?.type === 'uuid' && value !== null && !uuid.test(String(value))
      const shown = rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null])))
      if (shown.some((row) => Object.entries(row).some(([key, value]) => isOdd(key, value)))) return undefined
      found[kind] = shown
    }
    return found
  }

  /** @returns the values that the database was asked for. */
  private async run(tableName: string, parts: Part[]): Promise<unknown[]> {
    const { db, texts, mayKeep } = this.options
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
    return values
  }
}

interface Part {
  /** Tells two texts apart. */
  key: string
  /** With parameters numbered from 1. */
  text: () => string
  params: unknown[]
}

interface MainPart extends Part {
  /** What each column is given. */
  given: Given[]
}

/** The database decides; it is sent, and comes back as the database has it; it is sent, and known to stay as it is. */
type Given = { is: 'default' } | { is: 'sent' } | { is: 'known'; value: unknown }

function textOf(parts: Part[]): string {
  let before = 0
  const texts = parts.map(({ text, params }) => {
    const from = before
    before += params.length
    return text().replace(/\$(\d+)/g, (_, number) => `$${from + Number(number)}`)
  })
  return `with ${texts.map((text, index) => `p${index} as (${text})`).join(', ')} select * from p0`
}

function mainPart({ name, columns }: Table, row: Values): MainPart {
  const params: unknown[] = []
  const given = columns.map((column): Given => {
    const value = row[column.key] === undefined ? column.makeDefault?.() : row[column.key]
    if (value === undefined) return { is: 'default' }
    const param = value === null ? null : column.toDriver(value)
    params.push(param)
    return comesBackAsSent(column, param)
  })
  return {
    key: `${name} ${given.map(({ is }) => is[0]).join('')}`,
    text: () => {
      let number = 0
      const values = given.map(({ is }) => (is === 'default' ? is : `$${++number}`))
      const asked = columns.filter((_, index) => given[index]?.is !== 'known')
      return `insert into "${name}" (${namesOf(columns)}) values (${values.join(', ')}) returning ${namesOf(asked) || 'true'}`
    },
    params,
    given,
  }
}

const textKinds = new Set(['PgVarchar', 'PgText', 'PgEnumColumn'])

/** Most of a row need not travel twice. Numbers and times do: the database writes them in its own way, or sets them. */
function comesBackAsSent({ kind, type, fromDriver }: Column, param: unknown): Given {
  const isSame =
    (param === null && !kind.startsWith('PgTimestamp')) ||
    (typeof param === 'boolean' && kind === 'PgBoolean') ||
    (typeof param === 'string' && (isSameText(kind, param) || (kind === 'PgUUID' && uuid.test(param))))
  if (isSame) return { is: 'known', value: param }
  if (typeof param === 'string' && type === 'jsonb' && param.isWellFormed())
    return { is: 'known', value: fromDriver(JSON.parse(param)) }
  return { is: 'sent' }
}

/** Half a character becomes another one on its way. */
function isSameText(kind: string, text: string): boolean {
  return textKinds.has(kind) && text.isWellFormed()
}

function writtenRow({ columns }: Table, { given }: MainPart, values: unknown[]): Values {
  let next = 0
  const row: Values = {}
  columns.forEach((column, index) => {
    const known = given[index]
    if (known?.is === 'known') {
      row[column.key] = known.value
      return
    }
    const value = values[next++]
    row[column.key] = value === null ? null : column.fromDriver(value)
  })
  return row
}

/** A column that no row has a value for is left to the database. */
function ownedPart({ name, columns: all }: Table, rows: Values[]): Part {
  const columns = all.filter(({ key }) => rows.some((row) => row[key] !== undefined))
  const params = columns.map(({ key, toDriver }) =>
    rows.map((row) => (row[key] === undefined || row[key] === null ? null : toDriver(row[key]))),
  )
  return {
    key: `${name} ${columns.map(({ key }) => key).join()}`,
    text: () => {
      const lists = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')
      return `insert into "${name}" (${namesOf(columns)}) select * from unnest(${lists})`
    },
    params,
  }
}

function isOwnedKind(name: string): name is OwnedKind {
  return ownedKinds.some((kind) => kind === name)
}

let types: unknown

/** How drizzle has values read: dates as the text that they came as. */
function typesOf(db: WritingDrizzle, tableName: string): unknown {
  types ??= db.query[tableName]?.findMany({ limit: 1 })._prepare().queryConfig.types
  if (!types) throw new Error(`Drizzle no longer says how rows of ${tableName} are read`)
  return types
}
