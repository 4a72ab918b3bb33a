/**
 * Filters through relationships of many (`tags.slug`, `categories`) as conditions on ids. Payload joins their tables
 * and then removes the duplicates; the server finds the same rows sooner when asked which ids qualify.
 */
import { sql } from '@payloadcms/db-postgres'
import { buildQuery } from '@payloadcms/drizzle'
import type { Collection, FlattenedField, SanitizedCollectionConfig, Where } from 'payload'
import { validate as isUuid } from 'uuid'
import type { ReadingAdapter } from './ReadingAdapter'

export interface RelationFilter {
  /** Name of the relationship. */
  field: string
  target: string
  /** Ids of the documents it points at, or what they must fulfil. */
  of: string[] | Where
}

/** The filter in two parts. Undefined where it cannot be told apart safely: then Payload's own way is taken. */
export function splitRelations(
  { flattenedFields }: SanitizedCollectionConfig,
  where: Where | undefined,
): { rest: Where | undefined; relations: RelationFilter[] } | undefined {
  const leaves = leavesOf(where)
  const relations: RelationFilter[] = []
  const rest: Where[] = []
  for (const leaf of leaves) {
    const [path = ''] = Object.keys(leaf)
    const field = flattenedFields.find(({ name }) => name === path.split(/\.|__/)[0])
    const isOfMany = field !== undefined && isRelationOfMany(field)
    if (!isOfMany) {
      rest.push(leaf)
      continue
    }
    const relation = Object.keys(leaf).length === 1 ? readRelation(field, path, leaf[path]) : undefined
    if (!relation || relations.some((other) => other.field === relation.field)) return undefined
    relations.push(relation)
  }
  if (relations.length === 0) return { rest: where, relations }
  if (rest.some((leaf) => mentions(leaf, relations))) return undefined
  return { rest: rest.length > 0 ? { and: rest } : undefined, relations }
}

/** Conditions that must all hold. */
export function leavesOf(where: Where | undefined): Where[] {
  if (!where) return []
  return Object.entries(where).flatMap(([name, value]) => {
    if (name.toLowerCase() === 'and' && Array.isArray(value)) return (value as Where[]).flatMap(leavesOf)
    return [{ [name]: value } as Where]
  })
}

function isRelationOfMany(field: FlattenedField): boolean {
  return (
    (field.type === 'relationship' || field.type === 'upload') &&
    field.hasMany === true &&
    typeof field.relationTo === 'string' &&
    !field.localized
  )
}

function readRelation(field: FlattenedField, path: string, condition: unknown): RelationFilter | undefined {
  if (!('relationTo' in field) || typeof field.relationTo !== 'string') return undefined
  const operators = Object.entries((condition ?? {}) as Record<string, unknown>)
  const [operator, value] = operators[0] ?? []
  if (operators.length !== 1) return undefined
  const [, by, ...further] = path.split(/\.|__/)
  if (further.length > 0) return undefined
  const relation = { field: field.name, target: field.relationTo }
  if (by !== undefined && by !== 'id')
    return { ...relation, of: { [by]: condition as Where[string] } as Where }
  // What is asked of the related documents, with the right to see them, as Payload writes it.
  if (operator === 'contains' && isWhere(value)) return { ...relation, of: value }
  const ids = operator === 'equals' ? [value] : operator === 'in' ? listed(value) : []
  return ids.length > 0 && ids.every(isId) ? { ...relation, of: ids } : undefined
}

/** An address gives a list as text. */
function listed(value: unknown): unknown[] {
  if (typeof value === 'string') return value.split(',').map((part) => part.trim())
  return Array.isArray(value) ? value : []
}

function isWhere(value: unknown): value is Where {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value)
}

function mentions(part: unknown, relations: RelationFilter[]): boolean {
  if (Array.isArray(part)) return part.some((each) => mentions(each, relations))
  if (typeof part !== 'object' || part === null) return false
  return Object.entries(part).some(
    ([name, value]) =>
      relations.some(({ field }) => name.split(/\.|__/)[0] === field) || mentions(value, relations),
  )
}

/**
 * Several filters are met by few: their ids are brought together first, for the server would rather look through the
 * whole table. Undefined where the related documents are found through others yet.
 */
export function conditionOf(adapter: ReadingAdapter, tableName: string, relations: RelationFilter[]) {
  const table = adapter.tables[tableName]
  const parents = relations.map((relation) => parentsOf(adapter, tableName, relation))
  if (!parents.every((each) => each !== undefined)) return undefined
  const [one] = parents
  if (parents.length === 1) return sql`${table?.id} in (${one})`
  return sql`${table?.id} = any(array(${sql.join(parents, sql` intersect `)}))`
}

function parentsOf(adapter: ReadingAdapter, tableName: string, relation: RelationFilter) {
  const { field, target } = relation
  const relations = sql.identifier(`${tableName}${adapter.relationshipsSuffix}`)
  const points = sql.identifier(`${tableNameOf(adapter, target)}_id`)
  const which = whichOf(adapter, relation)
  return (
    which && sql`select r.parent_id from ${relations} r where r.path = ${field} and r.${points} in (${which})`
  )
}

/** The documents that a filter is about: their ids, or a query of them. */
export function whichOf(adapter: ReadingAdapter, { target, of }: RelationFilter) {
  return Array.isArray(of) ? listOf(of) : chosenBy(adapter, target, tableNameOf(adapter, target), of)
}

export function tableNameOf(adapter: ReadingAdapter, slug: string): string {
  return adapter.tableNameMap.get(slug.replace(/-/g, '_')) ?? ''
}

function listOf(ids: string[]) {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
}

function chosenBy(adapter: ReadingAdapter, target: string, tableName: string, condition: Where) {
  const collections: Record<string, Collection | undefined> = adapter.payload.collections
  const fields = collections[target]?.config.flattenedFields
  if (!fields) return undefined
  const { where, joins } = buildQuery({
    adapter: adapter as never,
    fields,
    locale: undefined,
    sort: undefined,
    tableName,
    where: condition,
  })
  if (!where || joins.length > 0) return undefined
  return sql`select ${sql.identifier(tableName)}.id from ${sql.identifier(tableName)} where ${inert(adapter, where)}`
}

/** As text and values: drizzle would take its columns for those of the outer table. */
export function inert(adapter: ReadingAdapter, part: unknown) {
  const { sql: text, params } = adapter.drizzle.dialect.sqlToQuery(part)
  return sql.join(
    text
      .split(/\$(\d+)/)
      .map((piece, index) => (index % 2 ? sql`${params[Number(piece) - 1]}` : sql.raw(piece))),
  )
}
