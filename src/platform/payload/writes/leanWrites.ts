/**
 * Payload's `create` and `createVersion` with one statement for a document and what belongs to it, built once for each
 * shape and not read back: what was written is known. Payload's own code decides what is written; only how it is sent
 * differs. What is not known to be alike goes Payload's own way; a test compares the rows of both.
 */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { LRUCache } from 'lru-cache'
import type { CollectionSlug } from 'payload'
import type { KeptText } from '../KeptText'
import { emptyPage } from '../noDocuments'
import { RowBatch } from './RowBatch'
import { VersionOfRow } from './VersionOfRow'
import type { WritingAdapter, WritingDrizzle } from './WritingAdapter'

type Create = PostgresAdapter['create']
type CreateVersion = PostgresAdapter['createVersion']
type FindVersions = PostgresAdapter['findVersions']

export interface LeanWritesOptions {
  /** Whether the server keeps statements for a connection; a pooler of transactions does not. */
  keepsStatements: boolean
}

const uniqueViolation = '23505'

interface NewOne {
  versions: number
  /** Until its first version, which may be a copy: its table, and the document as it was told, in JSON. */
  row: { table: string; content: string } | undefined
}

type Writes = Pick<PostgresAdapter, 'create' | 'createVersion' | 'findVersions'>

const plainOnes = new WeakMap<object, Writes>()

/** Payload's own ways, to compare with. */
export function plainWritesOf(adapter: object): Writes | undefined {
  return plainOnes.get(adapter)
}

export function leanWrites<Adapter extends PostgresAdapter>(
  adapter: Adapter,
  { keepsStatements }: LeanWritesOptions,
): Adapter {
  const writing = adapter as unknown as WritingAdapter
  const texts = new LRUCache<string, KeptText>({ max: 500 })
  const versionOfRow = new VersionOfRow({ adapter: writing, mayKeep: keepsStatements })
  /** The documents that a transaction made, and so nobody else knows. */
  const newOnes = new WeakMap<object, Map<string, NewOne>>()
  const { create, createVersion, findVersions } = adapter
  plainOnes.set(adapter, {
    create: create.bind(adapter),
    createVersion: createVersion.bind(adapter),
    findVersions: findVersions.bind(adapter),
  })

  adapter.create = (async (args: Parameters<Create>[0]) => {
    const session = await sessionOf(args.req)
    if (!session || args.select || args.returning === false) return create.call(adapter, args)
    const { result: made, table } = await write(session, args.req, (lean) => create.call(lean as never, args))
    const known = newOnes.get(session) ?? new Map<string, NewOne>()
    const isCopyable = table !== undefined && hasVersions(args.collection)
    const row = isCopyable ? { table, content: JSON.stringify(made) } : undefined
    newOnes.set(session, known.set(keyOf(args.collection, made.id), { versions: 0, row }))
    return made
  }) as Create

  adapter.createVersion = (async (args: Parameters<CreateVersion>[0]) => {
    const session = await sessionOf(args.req)
    if (!session || args.select) return createVersion.call(adapter, args)
    const document = newOnes.get(session)?.get(keyOf(args.collectionSlug, args.parent))
    const isFirst = document?.versions === 0
    if (document) document.versions += 1
    if (isFirst && (await copyRow(session, document, args))) return null
    const { result } = await write(session, args.req, (lean) => createVersion.call(lean as never, args), {
      isFirst,
    })
    return result
  }) as CreateVersion

  /** Whether there are too many versions is asked after each: of a document that was just made there are not. */
  adapter.findVersions = (async (args: Parameters<FindVersions>[0]) => {
    const session = await sessionOf(args.req)
    const known =
      session && newOnes.get(session)?.get(keyOf(args.collection, parentOnly(args.where)))?.versions
    const { limit = 0, page = 1 } = args
    if (known === undefined || args.pagination !== false || limit === 0 || (page - 1) * limit < known)
      return findVersions.call(adapter, args)
    return emptyPage(limit, page)
  }) as FindVersions

  // A row that is changed before it has a version is no longer what was told of it.
  for (const name of ['updateOne', 'updateMany', 'upsert'] as const) {
    const change = adapter[name] as (args: { req?: Parameters<Create>[0]['req'] }) => Promise<unknown>
    adapter[name] = (async (args: { req?: Parameters<Create>[0]['req'] }) => {
      const session = await sessionOf(args.req)
      for (const document of (session && newOnes.get(session)?.values()) ?? []) document.row = undefined
      return change.call(adapter, args)
    }) as never
  }

  async function sessionOf(req: Parameters<Create>[0]['req']): Promise<{ db: WritingDrizzle } | undefined> {
    const id = await req?.transactionID
    return id === undefined || id === null ? undefined : writing.sessions[String(id)]
  }

  function hasVersions(collection: string): boolean {
    return Boolean(adapter.payload.collections[collection as CollectionSlug]?.config.versions)
  }

  /** Where the version is the document as it was written, its row says all of it. @returns false where it is not. */
  async function copyRow(
    { db }: { db: WritingDrizzle },
    document: NewOne,
    { versionData, returning, publishedLocale, snapshot, ...version }: Parameters<CreateVersion>[0],
  ): Promise<boolean> {
    const { row } = document
    document.row = undefined
    const versions = row && writing.tableNameMap.get(`_${row.table}${writing.versionsSuffix ?? ''}`)
    if (!versions || returning !== false || publishedLocale || snapshot) return false
    if (JSON.stringify(versionData) !== row.content) return false
    const { autosave, createdAt, updatedAt, parent } = version
    return versionOfRow.write(db, {
      documents: row.table,
      versions,
      parent: String(parent),
      autosave: Boolean(autosave),
      createdAt,
      updatedAt,
    })
  }

  async function write<Result>(
    { db }: { db: WritingDrizzle },
    req: Parameters<Create>[0]['req'],
    work: (lean: WritingAdapter) => Promise<Result>,
    { isFirst = false } = {},
  ): Promise<{ result: Result; table?: string | undefined }> {
    const batch = new RowBatch({ adapter: writing, db, texts, mayKeep: keepsStatements })
    const id = String(await req?.transactionID)
    const lean = overlay(writing, {
      sessions: { [id]: { db: reading(db, batch) } },
      insert: (args) => batch.insert(args),
      execute: async (args) => {
        if (!args.sql || !batch.isWaiting) return writing.execute({ ...args, db })
        // There are no former versions to be told that they are no longer the latest.
        await batch.flush(isFirst ? undefined : db.dialect.sqlToQuery(args.sql))
      },
    })
    try {
      const result = await work(lean)
      await batch.flush()
      return { result, table: batch.whole }
    } catch (error) {
      if ((error as { code?: unknown }).code !== uniqueViolation) throw error
      // Payload makes a sentence of what it hears from an insert.
      return { result: await work(overlay(writing, { insert: () => Promise.reject(error) })) }
    } finally {
      writing.lastWriteTimestamp = lean.lastWriteTimestamp
    }
  }

  return adapter
}

function overlay(adapter: WritingAdapter, own: Partial<WritingAdapter>): WritingAdapter {
  return Object.assign(Object.create(adapter), own)
}

/** A transaction that finds the row of the batch without asking for it. */
function reading(db: WritingDrizzle, batch: RowBatch): WritingDrizzle {
  const query = new Proxy(db.query, {
    get: (tables, name: string) => {
      const own = tables[name]
      if (!own) return own
      const findFirst = async (config: object) => {
        await batch.flush()
        return batch.found(name, config) ?? own.findFirst(config)
      }
      return Object.assign(Object.create(own), { findFirst })
    },
  })
  return Object.assign(Object.create(db), { query })
}

function keyOf(collection: string, id: unknown): string {
  return `${collection} ${String(id)}`
}

/** The id, where a condition asks for the versions of one document and nothing else. */
function parentOnly(where: Parameters<FindVersions>[0]['where']): string | undefined {
  const [only, ...others] = Object.entries(where ?? {})
  const parent = only?.[0] === 'parent' && others.length === 0 ? (only[1] as { equals?: unknown }) : undefined
  const isEqual = parent && Object.keys(parent).length === 1 && typeof parent.equals === 'string'
  return isEqual ? (parent.equals as string) : undefined
}
