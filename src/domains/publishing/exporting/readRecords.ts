/** Reads the whole site, record by record, as it was at one instant. Memory holds one batch at a time. */
import type { Payload, PayloadRequest, Where } from 'payload'
import {
  type ArchiveRecord,
  type CollectionKind,
  collectionKinds,
  type Fields,
  type GlobalKind,
  globalKinds,
} from './archiveFormat'
import { fieldsOf, recordOf } from './recordOf'

export type ReadOptions = {
  /** Names the account that a document belongs to by its e-mail. */
  withOwners?: boolean
}

const batchSize = 200

export async function* readRecords(
  payload: Payload,
  options: ReadOptions = {},
): AsyncGenerator<ArchiveRecord> {
  const snapshot = await openSnapshot(payload)
  try {
    for (const kind of collectionKinds) yield* readCollection(snapshot, kind, options)
    for (const kind of globalKinds) yield await readGlobal(snapshot, kind)
  } finally {
    await payload.db.rollbackTransaction(String(snapshot.transactionID))
  }
}

export async function countRecords(payload: Payload): Promise<number> {
  const counts = await Promise.all(
    // An export is made by whoever runs the server, for the site as a whole.
    collectionKinds.map((collection) => payload.count({ collection, overrideAccess: true })),
  )
  return counts.reduce((sum, { totalDocs }) => sum + totalDocs, globalKinds.length)
}

type Snapshot = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Every read sees the same state, whatever editors save meanwhile. */
async function openSnapshot(payload: Payload): Promise<Snapshot> {
  const transactionID = await payload.db.beginTransaction({
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  if (transactionID === null) throw new Error('The database gives no transactions.')
  return { payload, transactionID }
}

/** Rows as they are stored: hooks and access would only take from them. */
async function* readCollection(
  snapshot: Snapshot,
  kind: CollectionKind,
  options: ReadOptions,
): AsyncGenerator<ArchiveRecord> {
  if (kind === 'categories') return yield* parentsFirst(await collect(readRows(snapshot, kind, options)))
  yield* readRows(snapshot, kind, options)
}

async function* readRows(
  snapshot: Snapshot,
  kind: CollectionKind,
  { withOwners }: ReadOptions,
): AsyncGenerator<ArchiveRecord> {
  const owners = withOwners ? await readOwners(snapshot) : undefined
  const hasTrash = snapshot.payload.collections[kind].config.trash
  for (let last = ''; ; ) {
    const where: Where = {
      and: [
        ...(last ? [{ id: { greater_than: last } }] : []),
        ...(hasTrash ? [{ deletedAt: { exists: false } }] : []),
      ],
    }
    const { docs } = await snapshot.payload.db.find<Fields & { id: string }>({
      collection: kind,
      where,
      sort: 'id',
      limit: batchSize,
      pagination: false,
      req: snapshot,
    })
    const drafts = await readDrafts(snapshot, kind, docs)
    for (const row of docs)
      yield withDraft(recordOf(kind, row), drafts.get(row.id), owners?.get(String(row.user)))
    last = docs.at(-1)?.id ?? ''
    if (docs.length < batchSize) return
  }
}

/** The newest version of each, where that is a draft. */
async function readDrafts(
  snapshot: Snapshot,
  kind: CollectionKind,
  rows: { id: string }[],
): Promise<Map<string, Fields>> {
  if (!snapshot.payload.collections[kind].config.versions || rows.length === 0) return new Map()
  const { docs } = await snapshot.payload.db.findVersions<Fields>({
    collection: kind,
    where: {
      and: [
        { parent: { in: rows.map(({ id }) => id) } },
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
      ],
    },
    limit: rows.length,
    pagination: false,
    req: snapshot,
  })
  return new Map(docs.map(({ parent, version }) => [String(parent), version]))
}

/** A draft that was never published is its newest version; beside a published text it stands apart. */
function withDraft(
  record: ArchiveRecord,
  draft: Fields | undefined,
  owner: string | undefined,
): ArchiveRecord {
  const owned = owner ? { ...record, owner } : record
  if (!draft) return owned
  const fields = fieldsOf(record.kind, draft)
  return record.fields._status === 'published' ? { ...owned, draft: fields } : { ...owned, fields }
}

async function readOwners(snapshot: Snapshot): Promise<Map<string, string>> {
  const { docs } = await snapshot.payload.db.find<{ id: string; email: string }>({
    collection: 'users',
    select: { email: true },
    limit: 0,
    pagination: false,
    req: snapshot,
  })
  return new Map(docs.map(({ id, email }) => [id, email]))
}

async function readGlobal({ payload, transactionID }: Snapshot, slug: GlobalKind): Promise<ArchiveRecord> {
  // As above: the whole site, for whoever runs it.
  const row = await payload.findGlobal({ slug, depth: 0, overrideAccess: true, req: { transactionID } })
  const { createdAt: _createdAt, ...record } = recordOf(slug, { ...row, id: slug })
  return record
}

async function collect(records: AsyncIterable<ArchiveRecord>): Promise<ArchiveRecord[]> {
  const all: ArchiveRecord[] = []
  for await (const record of records) all.push(record)
  return all
}

function parentsFirst(records: ArchiveRecord[]): ArchiveRecord[] {
  const children = new Map<string, ArchiveRecord[]>()
  const ids = new Set(records.map(({ id }) => id))
  for (const record of records) {
    const parent = String(record.fields.parent ?? '')
    const key = ids.has(parent) ? parent : ''
    children.set(key, [...(children.get(key) ?? []), record])
  }
  const below = (id: string): ArchiveRecord[] =>
    (children.get(id) ?? []).flatMap((record) => [record, ...below(record.id)])
  return below('')
}
