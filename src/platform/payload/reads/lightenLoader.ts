import { findOperation, isValidID, type PayloadRequest } from 'payload'

type Loader = PayloadRequest['payloadDataLoader']
type Document = { id: unknown }

interface Wanted {
  key: string
  group: string
  id: string
  resolve: (found: Document | null) => void
  reject: (error: unknown) => void
}

/** Transaction, collection, id, and how the document is to be read: a key as Payload writes it. */
const keyForm = /^\[(null|"[^"]*"),"([^"]*)","([^"]*)",/

const lightened = new WeakSet<object>()

/** Lists of ids of documents that others are populated with, as `where.id.in` holds them. */
export const askedToPopulate = new WeakSet<object>()

/**
 * Payload collects the documents that an answer is populated with and asks once for those of a collection; it writes,
 * reads and compares a long key for each of them several times. This asks the same questions of `findOperation`, so
 * that hooks run and rights hold, and compares ids.
 */
export function lightenLoader(req: PayloadRequest): void {
  const { payloadDataLoader: loader, payload } = req
  if (!loader || lightened.has(loader) || payload.config.localization) return
  lightened.add(loader)
  const loadByPayload = loader.load.bind(loader)
  const known = new Map<string, Promise<Document | null>>()
  let wanted: Wanted[] = []

  const load = (key: string): Promise<Document | null> => {
    const before = known.get(key)
    if (before) return before
    const parts = keyForm.exec(key)
    if (!parts) return loadByPayload(key) as Promise<Document | null>
    const [head, transaction = 'null', collection = '', id = ''] = parts
    const group = `[${transaction},"${collection}",${key.slice(head.length)}`
    const found = new Promise<Document | null>((resolve, reject) => {
      wanted.push({ key, group, id, resolve, reject })
    })
    known.set(key, found)
    if (wanted.length === 1) void Promise.resolve().then(() => process.nextTick(dispatch))
    return found
  }
  loader.load = load as Loader['load']

  async function dispatch(): Promise<void> {
    const groups = new Map<string, Wanted[]>()
    for (const one of wanted) {
      const group = groups.get(one.group)
      if (group) group.push(one)
      else groups.set(one.group, [one])
    }
    wanted = []
    // One after the other: a transaction has one connection.
    for (const [group, members] of groups) {
      try {
        const documents = await find(req, group, members)
        for (const { id, resolve } of members) resolve(documents.get(id) ?? null)
      } catch (error) {
        for (const { reject } of members) reject(error)
      }
    }
  }
}

async function find(req: PayloadRequest, group: string, members: Wanted[]): Promise<Map<string, Document>> {
  const [
    transactionID,
    slug,
    depth,
    currentDepth,
    ,
    ,
    overrideAccess,
    showHiddenFields,
    draft,
    select,
    populate,
  ] = JSON.parse(group)
  const { payload } = req
  const collection = payload.collections[slug as keyof typeof payload.collections]
  const idType = collection.customIDType ?? payload.db.defaultIDType
  const ids = members.map(({ id }) => id).filter((id) => isValidID(id, idType))
  if (ids.length === 0) return new Map()
  askedToPopulate.add(ids)
  const hasTrash = Boolean(collection.config.trash)
  req.transactionID = transactionID
  const { docs } = await findOperation({
    collection,
    currentDepth,
    depth,
    disableErrors: true,
    draft,
    overrideAccess: Boolean(overrideAccess),
    pagination: false,
    populate,
    req,
    select: hasTrash && select ? { ...select, deletedAt: true } : select,
    showHiddenFields: Boolean(showHiddenFields),
    trash: hasTrash,
    where: { id: { in: ids } },
  })
  return new Map((docs as Document[]).map((document) => [String(document.id), document]))
}
