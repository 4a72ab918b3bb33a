import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

type Create = (args: {
  collection: string
  req?: Partial<PayloadRequest>
  customID?: string
}) => Promise<unknown>

const allowed = new WeakSet<object>()

/**
 * Lets a document that comes back from an export keep the id that it had, where the request says so by `keepId`.
 * Callers of the API cannot: their ids are made by us.
 */
export function allowKeptIds({ db }: Payload): void {
  if (allowed.has(db)) return
  allowed.add(db)
  const adapter = db as unknown as { create: Create }
  const create = adapter.create
  adapter.create = (args) => create.call(db, withKeptId(args))
}

export function keepId(req: PayloadRequest, collection: CollectionSlug, id: string): void {
  req.context.keptId = { collection, id }
}

function withKeptId(args: Parameters<Create>[0]): Parameters<Create>[0] {
  const kept = args.req?.context?.keptId as { collection: string; id: string } | undefined
  return kept?.collection === args.collection ? { ...args, customID: kept.id } : args
}
