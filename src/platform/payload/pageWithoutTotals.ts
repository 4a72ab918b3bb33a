import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Find = PostgresAdapter['find']
type FindArgs = Parameters<Find>[0]

/**
 * Lists of REST with `count=false`: the page alone, for an exact total is what grows with the table. One document more
 * than asked for is read, to know whether a next page exists; totals are null.
 */
export function pageWithoutTotals<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const find = adapter.find
  adapter.find = (async (args: FindArgs) => {
    if (!isListWithoutTotals(args)) return find.call(adapter, args)
    const { limit = 10, page = 1 } = args
    const { docs, hasNextPage } = await readPage({ ...args, limit, page, pagination: false })
    return {
      docs,
      limit,
      page,
      pagingCounter: (page - 1) * limit + 1,
      hasNextPage,
      nextPage: hasNextPage ? page + 1 : null,
      hasPrevPage: page > 1,
      prevPage: page > 1 ? page - 1 : null,
      totalDocs: null,
      totalPages: null,
    }
  }) as Find

  async function readPage(args: FindArgs & { limit: number; page: number }) {
    const { limit, page } = args
    const shifted = pageOfOneMore(limit, page)
    if (shifted !== undefined) {
      const { docs } = await find.call(adapter, { ...args, limit: limit + 1, page: shifted })
      return { docs: docs.slice(0, limit), hasNextPage: docs.length > limit }
    }
    const [{ docs }, next] = await Promise.all([
      find.call(adapter, args),
      find.call(adapter, { ...args, limit: 1, page: page * limit + 1, select: { createdAt: true } }),
    ])
    return { docs, hasNextPage: next.docs.length > 0 }
  }

  return adapter
}

/** The list that the request is about, not what it is populated with. */
function isListWithoutTotals({ collection, pagination, limit, req }: FindArgs): boolean {
  const { query, routeParams, payloadAPI } = (req ?? {}) as Partial<PayloadRequest>
  return (
    payloadAPI === 'REST' &&
    query?.count === 'false' &&
    routeParams?.collection === collection &&
    pagination !== false &&
    limit !== 0
  )
}

/**
 * The adapter reckons where a page begins as (page - 1) × limit, and the limit is one more here: the page number that
 * leads to the same document, a fraction. Undefined where no number does so exactly: the odd one is read by itself then.
 */
function pageOfOneMore(limit: number, page: number): number | undefined {
  const offset = (page - 1) * limit
  const near = 1 + offset / (limit + 1)
  const step = near * Number.EPSILON
  const candidates = [0, 1, -1, 2, -2, 3, -3].map((steps) => near + steps * step)
  return candidates.find((candidate) => (candidate - 1) * (limit + 1) === offset)
}
