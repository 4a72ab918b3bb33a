/**
 * Pages of documents by their terms, out of the table that has them in order: of one term from its place in the index,
 * of several by going through theirs side by side. What a page costs depends on how far back it is, not on how many
 * documents there are. Each list of a term is a query of its own with an order and an `offset 0`: the server then
 * merges them as they come, where it would otherwise bring all of them together first.
 */
import { sql } from '@payloadcms/db-postgres'
import type { FiledQuery } from './filedQueryOf'
import type { Keyset } from './keyset'
import type { ReadingAdapter } from './ReadingAdapter'
import { inert } from './relationConditions'

type Sql = ReturnType<typeof sql>

export interface Walk extends FiledQuery {
  /** Ids for each filter; a document has one of each. */
  terms: string[][]
}

interface Place {
  adapter: ReadingAdapter
  tableName: string
}

interface Page {
  /** The collection's own conditions. */
  rest: unknown
  after?: Keyset['after']
  limit: number
  offset?: number
}

/** Ids of the documents of a page. */
export function pageOfTerms(place: Place, walk: Walk, { rest, after, limit, offset = 0 }: Page): Sql {
  const columns = columnsOf(place, walk)
  const also = walk.asksMore ? sql` where ${fulfils(place, rest)}` : sql.empty()
  const [one = []] = walk.terms
  if (walk.terms.length === 1 && one.length > 1) {
    const nearest = sql`select ${listOf(columns)} from ${tableOf(place)} as listed
      where term_id = term.id${comesAfter(columns, after)} order by ${downwards(columns)} offset 0`
    return sql`select document_id from (
      select distinct ${listOf(columns)} from unnest(${sql.param(one)}::uuid[]) as term (id), lateral (
        select * from (${nearest}) as found${also} order by ${downwards(columns)} limit ${limit + offset}
      ) as nearest) as found order by ${downwards(columns)} limit ${limit} offset ${offset}`
  }
  return sql`select document_id from ${joined(place, walk, after)}${also}
    order by ${downwards(columns)} limit ${limit} offset ${offset}`
}

/** How many there are, as a statement. */
export function countOfTerms(place: Place, walk: Walk, rest: unknown): Sql {
  const [one = []] = walk.terms
  const table = sql.identifier(place.tableName)
  if (walk.asksMore)
    return sql`select count(*) as count from ${table}
      where ${inert(place.adapter, rest)} and ${table}.id in (select document_id from ${joined(place, walk)})`
  if (walk.terms.length === 1 && one.length === 1)
    return sql`select count(*) as count from ${tableOf(place)} where term_id = ${one[0]}`
  return sql`select count(*) as count from ${joined(place, walk)}`
}

function joined(place: Place, walk: Walk, after?: Keyset['after']): Sql {
  const columns = columnsOf(place, walk)
  const lists = walk.terms.map((ids) => ordered(place, columns, ids, after))
  const [first, ...others] = lists
  const joins = others.map(
    (list, nth) => sql` join ${list} as other_${sql.raw(String(nth))} using (${listOf(columns)})`,
  )
  return sql`${first} as found${sql.join(joins)}`
}

function ordered(place: Place, columns: string[], ids: string[], after: Keyset['after']): Sql {
  const [one] = ids
  const which = ids.length === 1 ? sql`term_id = ${one}` : sql`term_id = any(${sql.param(ids)}::uuid[])`
  const unique = ids.length === 1 ? sql.empty() : sql` group by ${listOf(columns)}`
  return sql`(select ${listOf(columns)} from ${tableOf(place)}
    where ${which}${comesAfter(columns, after)}${unique} order by ${downwards(columns)} offset 0)`
}

/** Asked of each document as it comes: a join would be made in the order that the server finds best. */
function fulfils({ adapter, tableName }: Place, rest: unknown): Sql {
  const table = sql.identifier(tableName)
  return sql`(select true from ${table} where ${table}.id = found.document_id and ${inert(adapter, rest)})`
}

/** A document without a date comes before all others, as it does in the table that it is in. */
function comesAfter(columns: string[], after: Keyset['after']): Sql {
  if (!after) return sql.empty()
  const values = after.map((value) => sql`${value ?? 'infinity'}`)
  return sql` and (${listOf(columns)}) < (${sql.join(values, sql`, `)})`
}

function columnsOf({ adapter, tableName }: Place, { index }: Walk): string[] {
  return index.sort.map((field) => {
    const name = field.replace(/^-/, '')
    const column = adapter.tables[tableName]?.[name] as { name?: string } | undefined
    return name === 'id' ? 'document_id' : (column?.name ?? name)
  })
}

function tableOf({ tableName }: Place): Sql {
  return sql`${sql.identifier(`${tableName}_terms`)}`
}

function listOf(columns: string[]): Sql {
  return sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )
}

function downwards(columns: string[]): Sql {
  return sql.join(
    columns.map((column) => sql`${sql.identifier(column)} desc`),
    sql`, `,
  )
}
