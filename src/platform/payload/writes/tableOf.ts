import { getTableColumns, getTableName } from '@payloadcms/db-postgres/drizzle'
import type { WritingAdapter } from './WritingAdapter'

/** What we use of a column of drizzle's. */
interface DrizzleColumn {
  name: string
  columnType: string
  defaultFn?: () => unknown
  getSQLType(): string
  mapToDriverValue(value: unknown): unknown
  mapFromDriverValue(value: unknown): unknown
}

export interface Column {
  /** As documents name it. */
  key: string
  /** As the database does. */
  name: string
  /** As a cast says it. */
  type: string
  /** Drizzle's name of what it is, as `PgVarchar`. */
  kind: string
  makeDefault: (() => unknown) | undefined
  toDriver(value: unknown): unknown
  fromDriver(value: unknown): unknown
}

export interface Table {
  name: string
  columns: readonly Column[]
  byKey: ReadonlyMap<string, Column>
}

/** Tables of rows that belong to a document's and are written with it, by what comes after its name. */
export const ownedKinds = ['_rels', '_texts'] as const
export type OwnedKind = (typeof ownedKinds)[number]

const known = new WeakMap<object, Table>()

/** Drizzle's table, looked at once. @throws where there is none of that name. */
export function tableOf({ tables }: WritingAdapter, name: string): Table {
  const table = tables[name]
  if (!table) throw new Error(`There is no table ${name}`)
  const before = known.get(table)
  if (before) return before
  const all = getTableColumns(table as never) as unknown as Record<string, DrizzleColumn>
  const columns = Object.entries(all).map(([key, column]) => ({
    key,
    name: column.name,
    type: column.columnType === 'PgEnumColumn' ? `"${column.getSQLType()}"` : column.getSQLType(),
    kind: column.columnType,
    makeDefault: column.defaultFn,
    toDriver: (value: unknown) => column.mapToDriverValue(value),
    fromDriver: (value: unknown) => column.mapFromDriverValue(value),
  }))
  const made = {
    name: getTableName(table as never),
    columns,
    byKey: new Map(columns.map((column) => [column.key, column])),
  }
  known.set(table, made)
  return made
}

/** As a statement lists them. */
export function namesOf(columns: readonly Column[]): string {
  return columns.map(({ name }) => `"${name}"`).join(', ')
}
