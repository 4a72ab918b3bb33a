import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Where } from 'payload'
import type { RelatedDocuments } from '@/src/platform/cache/RelatedDocuments'
import { askedToPopulate } from './lightenLoader'

type Find = PostgresAdapter['find']
type FindArgs = Parameters<Find>[0]
type Document = { id: unknown; [field: string]: unknown }

/** Takes the documents that others are populated with from memory, where it has them. */
export function rememberRelated<Adapter extends PostgresAdapter>(
  adapter: Adapter,
  related: RelatedDocuments,
): Adapter {
  const { find } = adapter
  adapter.find = (async (args: FindArgs) => {
    const ids = related.isOpen ? idsOf(args.where) : undefined
    if (!ids || args.pagination !== false || (await isInTransaction(args))) return find.call(adapter, args)
    const { collection: slug, select, locale, draftsEnabled, where } = args
    const question = JSON.stringify([select, locale, draftsEnabled, where], (_, value) =>
      value === ids ? 'ids' : value,
    )
    const found = await related.find({ slug, question, ids }, async (missing) => {
      const { docs } = await find.call(adapter, { ...args, where: withIds(where, ids, missing) })
      return docs as Document[]
    })
    const docs = [...found.values()]
    return {
      docs,
      hasNextPage: false,
      hasPrevPage: false,
      limit: args.limit ?? 0,
      nextPage: null,
      page: 1,
      pagingCounter: 1,
      prevPage: null,
      totalDocs: docs.length,
      totalPages: 1,
    }
  }) as Find

  /** What a transaction wrote is seen in it alone. */
  async function isInTransaction({ req }: FindArgs): Promise<boolean> {
    const id = await req?.transactionID
    return id !== undefined && id !== null && adapter.sessions[String(id)] !== undefined
  }

  return adapter
}

/** The ids, if the loader asks; found by the very list that it gave. */
function idsOf(where: unknown): string[] | undefined {
  if (typeof where !== 'object' || where === null) return undefined
  for (const part of Object.values(where)) {
    if (Array.isArray(part) && askedToPopulate.has(part)) return part
    const inner = typeof part === 'object' ? idsOf(part) : undefined
    if (inner) return inner
  }
  return undefined
}

function withIds(where: Where | undefined, ids: string[], missing: string[]): Where {
  const swap = (part: unknown): unknown => {
    if (part === ids) return missing
    if (Array.isArray(part)) return part.map(swap)
    if (typeof part !== 'object' || part === null || part instanceof Date) return part
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, swap(each)]))
  }
  return swap(where) as Where
}
