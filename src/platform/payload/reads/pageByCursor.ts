/**
 * Lists that go on after a document instead of counting pages: `?after=` begins, and each answer names the `nextCursor`.
 * No page costs more than the first, and none shifts when something is published meanwhile.
 */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/platform/errors'
import { keysetOf, type LeanArgs } from './keyset'
import type { ReadingAdapter } from './ReadingAdapter'
import { tableNameOf } from './relationConditions'
import { stableSort } from './stableSort'

type Find = PostgresAdapter['find']
type FindArgs = Parameters<Find>[0]

const Cursor = z.object({
  sort: z.array(z.string()),
  values: z.array(z.union([z.string(), z.null()])),
})

export function pageByCursor<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const reading = adapter as unknown as ReadingAdapter
  const { find } = adapter
  adapter.find = (async (args: FindArgs) => {
    const after = cursorAskedFor(args)
    if (after === undefined) return find.call(adapter, args)
    const collection = reading.payload.collections[args.collection]?.config
    const sort = stableSort(args.sort ?? collection?.defaultSort)
    const tableName = tableNameOf(reading, args.collection)
    const keyset = keysetOf(reading, tableName, sort, after === '' ? undefined : read(after, sort))
    const { limit = 10 } = args
    const lean: LeanArgs = {
      ...args,
      sort,
      pagination: false,
      page: 1,
      limit: limit + 1,
      keyset,
    }
    const { docs } = await find.call(adapter, lean)
    const shown = docs.slice(0, limit)
    const last = shown.at(-1) as { id: string } | undefined
    const hasNextPage = docs.length > limit
    const nextCursor = hasNextPage && last ? write(sort, await keyset.valuesOf(last.id)) : null
    return {
      docs: shown,
      limit,
      hasNextPage,
      nextCursor,
      hasPrevPage: after !== '',
      page: null,
      pagingCounter: null,
      nextPage: null,
      prevPage: null,
      totalDocs: null,
      totalPages: null,
    }
  }) as Find
  return adapter
}

/** Of the list that the request is about, not of what it is populated with. */
function cursorAskedFor({ collection, pagination, limit, req }: FindArgs): string | undefined {
  const { query, routeParams, payloadAPI } = (req ?? {}) as Partial<PayloadRequest>
  if (payloadAPI !== 'REST' || query?.after === undefined || routeParams?.collection !== collection)
    return undefined
  if (pagination === false || limit === 0) return undefined
  if (query.page !== undefined)
    throw new AppError('CURSOR_WITH_PAGE', 'A list goes on by “after” or by “page”, not by both.', 400)
  if (typeof query.after !== 'string') throw badCursor()
  return query.after
}

function read(after: string, sort: string[]): (string | null)[] {
  let cursor: z.infer<typeof Cursor>
  try {
    cursor = Cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
  } catch {
    throw badCursor()
  }
  if (cursor.sort.join() !== sort.join() || cursor.values.length !== sort.length) throw badCursor()
  return cursor.values
}

function write(sort: string[], values: (string | null)[]): string {
  return Buffer.from(JSON.stringify({ sort, values })).toString('base64url')
}

function badCursor(): AppError {
  return new AppError('BAD_CURSOR', 'This “after” is none that a list in this order has given.', 400)
}
