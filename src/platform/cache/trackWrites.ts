/**
 * Nobody who was told that a write is done sees the state before it: what a transaction touched is dropped after its
 * COMMIT and before it is acknowledged. Other processes hear of it from the database.
 */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Change } from './dependencies'
import { filingFieldsOf, naturalKeyOf } from './recordReads'

type WriteArgs = {
  collection?: string
  slug?: string
  id?: unknown
  where?: unknown
  req?: { transactionID?: unknown }
}
type Written = { id?: unknown; [field: string]: unknown } | { id?: unknown }[] | null | undefined

const writes = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert'] as const
const globalWrites = ['createGlobal', 'updateGlobal'] as const

export function trackWrites<Adapter extends PostgresAdapter>(
  adapter: Adapter,
  tell: (changes: Change[], writer?: string) => Promise<void>,
): Adapter {
  const pending = new Map<unknown, Change[]>()
  const methods = adapter as unknown as Record<string, (args: WriteArgs) => Promise<Written>>

  for (const name of [...writes, ...globalWrites]) {
    const write = methods[name]
    if (!write) continue
    methods[name] = async (args) => {
      const result = await write.call(adapter, args)
      const change = { ...changeOf(adapter, args, result), terms: termsOf(adapter, name, args, result) }
      const id = await args.req?.transactionID
      if (id !== undefined && adapter.sessions[String(id)])
        pending.set(id, [...(pending.get(id) ?? []), change])
      else await tell([change])
      return result
    }
  }

  const { commitTransaction, rollbackTransaction } = adapter
  adapter.commitTransaction = async (incoming) => {
    const id = await incoming
    try {
      await commitTransaction.call(adapter, id)
    } finally {
      // A COMMIT whose answer was lost may have happened all the same.
      const changes = pending.get(id)
      pending.delete(id)
      if (changes) await tell(changes, String(id))
    }
  }
  adapter.rollbackTransaction = async (incoming) => {
    const id = await incoming
    pending.delete(id)
    await rollbackTransaction.call(adapter, id)
  }
  return adapter
}

function changeOf(adapter: PostgresAdapter, { collection, slug, id }: WriteArgs, result: Written): Change {
  const of = collection ?? slug
  if (of === undefined) return {}
  const documents = (Array.isArray(result) ? result : [result]).filter(
    (each) => each && typeof each === 'object',
  )
  const ids = documents.map((each) => each?.id).filter((each) => each !== undefined && each !== null)
  if (id !== undefined && id !== null) ids.push(id)
  if (ids.length === 0) return { of }
  const key = naturalKeyOf(adapter, of)
  const keys = key ? documents.map((each) => (each as Record<string, unknown>)[key]) : []
  return { of, ids: ids.map(String), keys: keys.filter((each): each is string => typeof each === 'string') }
}

/** What a new document is filed under: nobody knew it before. What another one was filed under is not known here. */
function termsOf(
  adapter: PostgresAdapter,
  write: (typeof writes | typeof globalWrites)[number],
  { collection }: WriteArgs,
  result: Written,
): string[] | undefined {
  const fields = write === 'create' && collection ? filingFieldsOf(adapter, collection) : []
  if (fields.length === 0 || !result || Array.isArray(result)) return undefined
  const terms = fields.map((field) => result[field])
  return terms.every(isListOfIds) ? terms.flat() : undefined
}

function isListOfIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}
