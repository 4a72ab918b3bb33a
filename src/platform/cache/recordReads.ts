/** Notes what an anonymous answer is made of while Payload reads it, at the adapter, where every reader passes. */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { FlattenedField, SanitizedCollectionConfig, Where } from 'payload'
import { requestContext } from '../requestContext'
import type { Reads } from './Reads'

type Query = {
  collection?: string
  global?: string
  slug?: string
  where?: Where
  sort?: unknown
  req?: unknown
  heard?: Heard
}
/** What a read that knows the terms of what it found says of them. */
type Heard = { terms?: string[] }
type Found = { docs?: { id?: unknown }[]; id?: unknown } | null | undefined | object

/** Reads that only staff can ask for. */
const privateReads = [
  'queryDrafts',
  'findVersions',
  'findGlobalVersions',
  'countVersions',
  'countGlobalVersions',
] as const
const publicReads = ['find', 'findOne', 'count', 'findDistinct'] as const

export function recordReads<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const methods = adapter as unknown as Record<string, (query: Query) => Promise<Found>>
  for (const name of publicReads) {
    const read = methods[name]
    if (!read) continue
    methods[name] = async (query) => {
      const reads = requestContext.getStore()?.reads
      if (!reads || !query.collection) return read.call(adapter, query)
      const heard: Heard = {}
      const result = await read.call(adapter, { ...query, heard })
      note(adapter, reads, query.collection, { ...query, heard }, result)
      return result
    }
  }
  for (const name of privateReads) {
    const read = methods[name]
    if (!read) continue
    methods[name] = (query) => {
      const reads = requestContext.getStore()?.reads
      if (reads) reads.isPublic = false
      return read.call(adapter, query)
    }
  }
  const { findGlobal } = adapter
  adapter.findGlobal = ((query: Parameters<typeof findGlobal>[0]) => {
    requestContext.getStore()?.reads?.collection(query.slug)
    return findGlobal.call(adapter, query)
  }) as typeof findGlobal
  return adapter
}

function note(
  adapter: PostgresAdapter,
  reads: Reads,
  slug: string,
  { where, sort, heard }: Query,
  result: Found,
): void {
  const { ids, key, paths } = conditionsOf(where, naturalKeyOf(adapter, slug))
  for (const path of [...paths, ...sortPaths(sort)]) noteRelated(adapter, reads, slug, path)
  if (ids) {
    // Asked for by id: what is not there now may be there later.
    for (const id of ids) reads.document(slug, id)
    return
  }
  if (key !== undefined) reads.key(slug, key)
  else if (heard?.terms) reads.filed(slug, heard.terms)
  else {
    reads.collection(slug)
    return
  }
  for (const { id } of documentsOf(result)) if (id !== undefined) reads.document(slug, String(id))
}

function documentsOf(result: Found): { id?: unknown }[] {
  if (!result || typeof result !== 'object') return []
  return 'docs' in result && Array.isArray(result.docs) ? result.docs : [result as { id?: unknown }]
}

/** What a collection may say of itself: the relationships under whose documents its own are filed. */
export function filingFieldsOf(adapter: Pick<PostgresAdapter, 'payload'>, slug: string): string[] {
  return collectionNamed(adapter, slug)?.custom?.termIndex?.fields ?? []
}

/** What every collection may say of itself: the field that names a document for people. */
export function naturalKeyOf(adapter: Pick<PostgresAdapter, 'payload'>, slug: string): string | undefined {
  const key: unknown = collectionNamed(adapter, slug)?.custom?.naturalKey
  return typeof key === 'string' ? key : undefined
}

interface Conditions {
  ids?: string[]
  key?: string
  /** Dotted paths, which lead into other collections. */
  paths: string[]
  /** All paths. */
  fields: string[]
}

/** Only what all results must fulfil narrows: conditions joined by `and`. */
function conditionsOf(where: Where | undefined, naturalKey: string | undefined): Conditions {
  const found: Conditions = { paths: [], fields: [] }
  const visit = (part: Where, narrows: boolean) => {
    for (const [name, value] of Object.entries(part)) {
      const isJoin = /^(and|or)$/i.test(name) && Array.isArray(value)
      if (isJoin) for (const each of value) visit(each as Where, narrows && name.toLowerCase() === 'and')
      else readField(name, value as Record<string, unknown>, narrows)
    }
  }
  const readField = (name: string, condition: Record<string, unknown>, narrows: boolean) => {
    found.fields.push(name)
    if (name.includes('.')) found.paths.push(name)
    for (const path of nestedPaths(condition)) found.paths.push(`${name}.${path}`)
    if (!narrows || typeof condition !== 'object' || condition === null) return
    if (name === 'id' && isText(condition.equals)) found.ids = [String(condition.equals)]
    else if (name === 'id' && Array.isArray(condition.in)) found.ids = condition.in.map(String)
    else if (name === naturalKey && typeof condition.equals === 'string') found.key = condition.equals
  }
  if (where) visit(where, true)
  return found
}

/** Paths of what is asked of related documents, as in `{ contains: { slug: { equals: 'news' } } }`. */
function nestedPaths(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return []
  return Object.values(condition).flatMap((asked) => {
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked) || asked instanceof Date)
      return []
    const { fields, paths } = conditionsOf(asked as Where, undefined)
    return [...fields, ...paths]
  })
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function sortPaths(sort: unknown): string[] {
  const fields = Array.isArray(sort) ? sort : [sort]
  return fields.filter((field): field is string => typeof field === 'string' && field.includes('.'))
}

/** `categories.parent.slug` reads categories twice over. A path that leads nowhere we know depends on anything. */
function noteRelated(adapter: PostgresAdapter, reads: Reads, slug: string, path: string): void {
  let fields = collectionNamed(adapter, slug)?.flattenedFields
  for (const segment of path.replace(/^-/, '').split('.').slice(0, -1)) {
    const field: FlattenedField | undefined = fields?.find(({ name }) => name === segment)
    if (field && 'flattenedFields' in field) {
      fields = field.flattenedFields
      continue
    }
    const target = field && 'relationTo' in field ? field.relationTo : undefined
    if (typeof target !== 'string') {
      reads.anything()
      return
    }
    reads.collection(target)
    fields = collectionNamed(adapter, target)?.flattenedFields
  }
}

function collectionNamed({ payload }: Pick<PostgresAdapter, 'payload'>, slug: string) {
  const collections: Record<string, { config: SanitizedCollectionConfig } | undefined> = payload.collections
  return collections[slug]?.config
}
