import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import { AppError } from '@/src/platform/errors'
import type { ReadingAdapter } from './ReadingAdapter'

type Sql = ReturnType<typeof sql>

/** What only our own `find` knows of. */
export type LeanArgs = Parameters<PostgresAdapter['find']>[0] & {
  keyset?: Pick<Keyset, 'condition' | 'after'>
  /** Where to note of which terms the documents must have one, if that is what is asked. */
  heard?: { terms?: string[] }
}

interface Column {
  name: string
  column: unknown
  isDown: boolean
}

export interface Keyset {
  /** What comes after the values, in the order asked for; none: from the first. */
  condition: Sql | undefined
  /** Values of that order after which it goes on. */
  after?: (string | null)[]
  valuesOf(id: string): Promise<(string | null)[]>
}

/** @throws AppError SORT_WITHOUT_CURSOR where the order is not one of the table's own columns. */
export function keysetOf(
  adapter: ReadingAdapter,
  tableName: string,
  sort: string[],
  after: (string | null)[] | undefined,
): Keyset {
  const columns = sort.map((field) => columnOf(adapter, tableName, field))
  return {
    condition: after && conditionAfter(columns, after),
    after,
    valuesOf: async (id) => {
      const list = columns.map(({ name }) => `"${name}"::text`).join(', ')
      const { rows } = await adapter.pool.query<(string | null)[]>({
        text: `select ${list} from "${tableName}" where id = $1`,
        values: [id],
        rowMode: 'array',
      })
      return rows[0] ?? []
    },
  }
}

function columnOf({ tables }: ReadingAdapter, tableName: string, field: string): Column {
  const isDown = field.startsWith('-')
  const column = tables[tableName]?.[isDown ? field.slice(1) : field] as { name?: unknown } | undefined
  if (typeof column?.name !== 'string')
    throw new AppError('SORT_WITHOUT_CURSOR', `A list sorted by “${field}” cannot go on by “after”.`, 400)
  return { name: column.name, column, isDown }
}

/** As PostgreSQL sorts: nothing comes last going up and first going down. */
function conditionAfter(columns: Column[], values: (string | null)[]): Sql {
  const ways = columns.map((_, index) => {
    const before = columns.slice(0, index).map((column, nth) => equals(column, values[nth] ?? null))
    return sql`(${sql.join([...before, comesAfter(columns[index] as Column, values[index] ?? null)], sql` and `)})`
  })
  const [first] = columns
  const [value] = values
  const anyWay = sql`(${sql.join(ways, sql` or `)})`
  // Said once more by itself, so that an index is entered at the right place.
  if (!first || value === null || value === undefined || !first.isDown) return anyWay
  return sql`${first.column} <= ${value} and ${anyWay}`
}

function equals({ column }: Column, value: string | null): Sql {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`
}

function comesAfter({ column, isDown }: Column, value: string | null): Sql {
  if (isDown) return value === null ? sql`${column} is not null` : sql`${column} < ${value}`
  return value === null ? sql`false` : sql`(${column} > ${value} or ${column} is null)`
}
