/**
 * Payload's `find` and `findOne`, with the SQL of each shape of query built once, filters through relationships as
 * conditions on ids, totals counted only where the page does not tell them, and an order that ends in the id. What is
 * not known to be alike goes Payload's own way; a test compares the answers of both.
 */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import { LRUCache } from 'lru-cache'
import type { SanitizedCollectionConfig, Where } from 'payload'
import type { Document, KnownVersions } from '@/src/platform/cache/KnownVersions'
import type { RelatedDocuments } from '@/src/platform/cache/RelatedDocuments'
import { AppError } from '@/src/platform/errors'
import { takesWrittenTexts } from '@/src/platform/WrittenText'
import { KeptText } from '../KeptText'
import { emptyPage, noDocuments } from '../noDocuments'
import { collapseLists } from './collapseLists'
import { filedQueryOf } from './filedQueryOf'
import { findTerms } from './findTerms'
import type { LeanArgs } from './keyset'
import { PageOfVersions } from './PageOfVersions'
import type { Drizzle, QueryConfig, ReadingAdapter } from './ReadingAdapter'
import { conditionOf, type RelationFilter, splitRelations, tableNameOf } from './relationConditions'
import type { Built } from './Statement'
import { conditionText, Statements } from './Statements'
import { stableSort } from './stableSort'
import { countOfTerms, pageOfTerms, type Walk } from './walkTerms'

type Find = PostgresAdapter['find']
type FindOne = PostgresAdapter['findOne']
type FindArgs = Parameters<Find>[0]
type Found = Awaited<ReturnType<Find>>

export interface LeanFindOptions {
  /** Whether the server keeps statements for a connection; a pooler of transactions does not. */
  keepsStatements: boolean
  /** Where the ids of terms are remembered. */
  related: RelatedDocuments
  /** Where documents are remembered by version. */
  versions: KnownVersions
}

/** One way of asking, while it is asked. */
interface Asking {
  shape: string
  config: SanitizedCollectionConfig | undefined
  isForJson: boolean
  relations: RelationFilter[]
  keyset?: LeanArgs['keyset']
  tableName: string
  /** How the page is found by terms, where it is. */
  walk?: Walk
  /** The statement that counts what was asked for, made as that was sent. */
  total?: () => Built
  /** What is on the page, where only what is not known is read. */
  page?: PageOfVersions
}

/** Of how many a page is revalidated: one costs no more than its version, and of very many few are known. */
const revalidated = { fewest: 3, most: 100 }

/** Tables of what belongs to a row, which are part of its version. */
const ownedTables = new Set(['_rels', '_texts', '_numbers'])

const plainOnes = new WeakMap<object, Find>()

/** Payload's own way, to compare with. */
export function plainFindOf(adapter: object): Find | undefined {
  return plainOnes.get(adapter)
}

export function leanFind<Adapter extends PostgresAdapter>(
  adapter: Adapter,
  options: LeanFindOptions,
): Adapter {
  const reading = adapter as unknown as ReadingAdapter
  const statements = new Statements(reading, options.keepsStatements)
  const counts = new LRUCache<string, KeptText>({ max: 500 })
  const { find, findOne } = adapter
  plainOnes.set(adapter, find.bind(adapter))

  adapter.find = (async (args: LeanArgs) => {
    const config = reading.payload.collections[args.collection]?.config
    const split = config && (await mayBeLean(args)) ? splitRelations(config, args.where) : undefined
    if (!split) return find.call(adapter, withoutKeyset(args))
    const sort = stableSort(args.sort ?? config?.defaultSort)
    const walk = await walkOf(config, args, split)
    const asking: Asking = { ...askingOf(args, split.relations), keyset: args.keyset }
    if (sort.join() === walk?.index.sort.join()) asking.walk = walk
    const { limit = 0, page = 1 } = args
    const isPaged = args.pagination !== false && limit > 0
    // One more of one says whether it is the only one, for less than a count.
    const fetched = isPaged && limit === 1 && page === 1 ? 2 : limit
    const lean = { ...args, where: split.rest as Where, sort, pagination: false, limit: fetched }
    const found = await find.call(adapterFor(asking), lean).catch(unlessJoined)
    if (!found) return find.call(adapter, withoutKeyset({ ...args, sort }))
    if (asking.page) {
      found.docs = asking.page.complete(found.docs as unknown as Document[]) as never
      found.totalDocs = found.docs.length
    }
    return isPaged ? withTotals(found as Found, asking, { limit, page, fetched }) : found
  }) as Find

  adapter.findOne = (async (args: Parameters<FindOne>[0]) => {
    if (!(await mayBeLean(args))) return findOne.call(adapter, args)
    const found = await findOne.call(adapterFor(askingOf(args, [])), args).catch(unlessJoined)
    return found === undefined ? findOne.call(adapter, args) : found
  }) as FindOne

  async function walkOf(
    config: SanitizedCollectionConfig,
    { heard }: LeanArgs,
    split: { rest: Where | undefined; relations: RelationFilter[] },
  ): Promise<Walk | undefined> {
    const filed = filedQueryOf(config, split)
    const terms = filed && (await findTerms(reading, split.relations, options.related))
    if (!terms) return undefined
    // A document has to have one of each, so that knowing of one filter is enough: of the narrowest.
    if (heard) heard.terms = [...terms].sort((one, other) => one.length - other.length)[0]
    return { ...filed, terms }
  }

  /** A transaction reads what it wrote, through its own connection. */
  async function mayBeLean({ collection, req }: Pick<FindArgs, 'collection' | 'req'>): Promise<boolean> {
    const config = reading.payload.collections[collection]?.config
    if (!config || Object.keys(config.joins ?? {}).length > 0) return false
    const id = await req?.transactionID
    return id === undefined || id === null || adapter.sessions[String(id)] === undefined
  }

  function askingOf(
    args: Partial<FindArgs> & Pick<FindArgs, 'collection'>,
    relations: RelationFilter[],
  ): Asking {
    const { collection, select, locale, draftsEnabled, sort, joins, req } = args
    const tableName = tableNameOf(reading, collection)
    const shape = JSON.stringify([collection, select, locale, draftsEnabled, sort, joins])
    const config = reading.payload.collections[collection]?.config
    return { shape, config, isForJson: takesWrittenTexts(req), relations, tableName }
  }

  /** Payload's adapter as ever, but for what it asks its connection. */
  function adapterFor(asking: Asking): Adapter {
    return Object.assign(Object.create(adapter), {
      drizzle: connectionFor(asking, reading.drizzle),
      primaryDrizzle: connectionFor(asking, reading.primaryDrizzle ?? reading.drizzle),
    })
  }

  function connectionFor(asking: Asking, db: Drizzle): Drizzle {
    const own = db.query[asking.tableName]
    const findMany = (config: QueryConfig) => ask(asking, db, config)
    return Object.assign(Object.create(db), {
      query: { [asking.tableName]: Object.assign(Object.create(own ?? null), { findMany }) },
      select: refuseJoined,
      selectDistinct: refuseJoined,
    })
  }

  async function ask(asking: Asking, db: Drizzle, asked: QueryConfig): Promise<unknown[]> {
    const { where, config, total } =
      asking.walk && asked.limit ? byTerms(asking, asking.walk, asked) : plainly(asking, asked)
    asking.total =
      total ??
      (() => {
        const condition = conditionText(db, where)
        const text = `select count(*) as count from "${asking.tableName}"${condition.sql && ` where ${condition.sql}`}`
        return { sql: text, params: condition.params }
      })
    const { shape, tableName } = asking
    const rows = mayRevalidate(asking, asked)
      ? await statements.versions({ shape, tableName, db, where, config })
      : undefined
    if (!rows) return statements.documents({ shape, tableName, db, where, config })
    asking.page = new PageOfVersions(options.versions, rows, asking)
    const { missing } = asking.page
    if (missing.length === 0) return []
    // What has changed meanwhile is on the page only if it still may be.
    const own = withRelations(asking, asked.where)
    const isMissing = sql`${reading.tables[tableName]?.id} = any(${sql.param(missing)}::uuid[])`
    const { limit: _, offset: __, orderBy: ___, ...rest } = asked
    const still = own ? sql`${own} and ${isMissing}` : isMissing
    return statements.documents({ shape, tableName, db, where: still, config: rest })
  }

  /** Whether the columns that are read hold whole texts, and the rest of a document is rows of its own alone. */
  function mayRevalidate({ tableName }: Asking, { limit, columns, with: others = {} }: QueryConfig): boolean {
    if (!options.versions.isOpen || !limit) return false
    if (limit < revalidated.fewest || limit > revalidated.most) return false
    if (!Object.keys(others).every((name) => ownedTables.has(name))) return false
    const table = (reading.tables[tableName] ?? {}) as Record<string, { columnType?: string } | undefined>
    return Object.keys(columns ?? table).some((name) => table[name]?.columnType === 'PgJsonb')
  }

  function plainly(asking: Asking, config: QueryConfig) {
    return { where: withRelations(asking, config.where), config, total: undefined }
  }

  /** The page is found first, and is no longer cut out of what was found. */
  function byTerms({ tableName, keyset }: Asking, walk: Walk, config: QueryConfig) {
    const { where: rest, limit = 0, offset } = config
    const place = { adapter: reading, tableName }
    const ids = pageOfTerms(place, walk, { rest, after: keyset?.after, limit, offset })
    const where = sql`${rest} and ${reading.tables[tableName]?.id} = any(array(${ids}))`
    const total = () => reading.drizzle.dialect.sqlToQuery(countOfTerms(place, walk, rest))
    return { where, config: { ...config, offset: undefined }, total }
  }

  function withRelations({ relations, tableName, keyset }: Asking, where: unknown): unknown {
    if (relations.length === 0 && !keyset?.condition) return where
    const related = relations.length > 0 ? conditionOf(reading, tableName, relations) : undefined
    if (relations.length > 0 && !related) refuseJoined()
    const parts = [where as ReturnType<typeof sql> | undefined, related, keyset?.condition]
    return sql.join(
      parts.filter((part) => part !== undefined),
      sql` and `,
    )
  }

  async function withTotals(
    { docs: all }: Found,
    asking: Asking,
    { limit, page, fetched }: { limit: number; page: number; fetched: number },
  ): Promise<Found> {
    const docs = all.slice(0, limit)
    // As Payload tells of nothing: joined tables give no page at all.
    if (docs.length === 0 && asking.relations.length > 0) return noDocuments(limit)
    const isLast = all.length < fetched && (all.length > 0 || page === 1)
    const totalDocs = isLast ? (page - 1) * limit + all.length : await count(asking)
    if (totalDocs === 0) return emptyPage(limit, page)
    const totalPages = Math.ceil(totalDocs / limit)
    const hasNextPage = totalPages > page
    const hasPrevPage = page > 1
    return {
      docs,
      hasNextPage,
      hasPrevPage,
      limit,
      nextPage: hasNextPage ? page + 1 : null,
      page,
      pagingCounter: (page - 1) * limit + 1,
      prevPage: hasPrevPage ? page - 1 : null,
      totalDocs,
      totalPages,
    }
  }

  async function count({ total }: Asking): Promise<number> {
    const asked = total?.() ?? { sql: 'select 0 as count', params: [] }
    // What collapses is asked again in the same words, however long its lists are.
    const lean = collapseLists(asked)
    const { sql: text, params: values } = lean ?? asked
    const kept = counts.get(text) ?? new KeptText(text, options.keepsStatements && lean !== undefined)
    counts.set(text, kept)
    const { rows } = await reading.pool.query<{ count: string }>({ ...kept.use(), values })
    return Number(rows[0]?.count)
  }

  return adapter
}

/** Payload's own way knows pages only. */
function withoutKeyset(args: LeanArgs): FindArgs {
  if (args.keyset?.condition)
    throw new AppError('FILTER_WITHOUT_CURSOR', 'A list with this filter goes on by “page”.', 400)
  return args
}

/** Other tables are joined: the page is found by another statement, which is Payload's affair. */
class Joined extends Error {}

function refuseJoined(): never {
  throw new Joined()
}

function unlessJoined(error: unknown): undefined {
  if (!(error instanceof Joined)) throw error
}
