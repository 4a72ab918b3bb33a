/** Remembers what an import makes, in the transaction that makes it: only that can be undone. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload, PayloadRequest } from 'payload'

type Create = (args: {
  collection: string
  data: object
  req?: Partial<PayloadRequest>
  returning?: boolean
}) => Promise<unknown>

const running = new AsyncLocalStorage<{ importId: string }>()
const watched = new WeakSet<object>()

/** What an import makes; jobs, versions and locks come and go by themselves. */
const undoable = new Set([
  'content',
  'pages',
  'categories',
  'tags',
  'profiles',
  'media',
  'redirects',
  'market-quotes',
  'imported-comments',
  'files',
])

/** Runs `work`, whose every new document is remembered as one of this import. */
export function recordCreated<Result>(
  payload: Payload,
  importId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  watch(payload)
  return running.run({ importId }, work)
}

function watch({ db }: Payload): void {
  if (watched.has(db)) return
  watched.add(db)
  const adapter = db as unknown as { create: Create }
  const create = adapter.create
  adapter.create = async (args) => {
    const run = running.getStore()
    if (!run || !undoable.has(args.collection)) return create.call(db, args)
    const doc = (await create.call(db, { ...args, returning: true })) as { id: string }
    const data = { import: run.importId, target: args.collection, targetId: doc.id }
    await create.call(db, { collection: 'import-items', data, req: args.req, returning: false })
    return doc
  }
}
