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
  /** Also what names people: owners by their e-mail, and readers' comments of a former site. */
  withPeople?: boolean
}

const batchSize = 200
const placesAtOnce = 2000

/** Reads within a snapshot, so that what several reads say belongs together. */
export async function* readRecords(
  snapshot: Snapshot,
  options: ReadOptions = {},
): AsyncGenerator<ArchiveRecord> {
  for (const kind of kindsFor(options)) yield* readKind(snapshot, kind, options)
  for (const kind of globalKinds) yield await readGlobal(snapshot, kind)
}

/** Only what places a document or a file: its name, or its slug and language. */
export async function* readPlaces(snapshot: Snapshot): AsyncGenerator<ArchiveRecord> {
  for (const kind of ['media', 'content', 'pages'] as const) {
    const select: Record<string, true> = kind === 'media' ? { filename: true } : { slug: true, locale: true }
    for await (const rows of readBatches(snapshot, kind, { select, size: placesAtOnce }))
      for (const row of rows) yield recordOf(kind, row)
  }
}

function kindsFor({ withPeople = false }: ReadOptions): CollectionKind[] {
  return collectionKinds.filter((kind) => withPeople || kind !== 'imported-comments')
}

export async function countRecords(payload: Payload, options: ReadOptions): Promise<number> {
  let total: number = globalKinds.length
  // An export is made by whoever runs the server, for the site as a whole.
  for (const collection of kindsFor(options))
    total += (await payload.count({ collection, overrideAccess: true })).totalDocs
  return total
}

export type Snapshot = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Every read sees the same state, whatever editors save meanwhile. */
export async function openSnapshot(payload: Payload): Promise<Snapshot> {
  const transactionID = await payload.db.beginTransaction({
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  if (transactionID === null) throw new Error('The database gives no transactions.')
  return { payload, transactionID }
}

/** Rows as they are stored: hooks and access would only take from them. */
export async function* readKind(
  snapshot: Snapshot,
  kind: CollectionKind,
  options: ReadOptions = {},
): AsyncGenerator<ArchiveRecord> {
  if (kind === 'categories') return yield* parentsFirst(await collect(readRows(snapshot, kind, options)))
  yield* readRows(snapshot, kind, options)
}

async function* readRows(
  snapshot: Snapshot,
  kind: CollectionKind,
  { withPeople }: ReadOptions,
): AsyncGenerator<ArchiveRecord> {
  const owners = withPeople ? await readOwners(snapshot) : undefined
  for await (const rows of readBatches(snapshot, kind, { size: batchSize })) {
    const drafts = await readDrafts(snapshot, kind, rows)
    for (const row of rows)
      yield withDraft(recordOf(kind, row), drafts.get(row.id), owners?.get(String(row.user)))
  }
}

/** One record as an export would hold it now, and whether it lies in the trash. */
export async function readRecordById(
  payload: Payload,
  kind: CollectionKind,
  id: string,
): Promise<(ArchiveRecord & { isTrashed: boolean }) | undefined> {
  const where = { id: { equals: id } }
  const { docs } = await payload.db.find<Row>({ collection: kind, where, limit: 1, pagination: false })
  const [row] = docs
  if (!row) return undefined
  const drafts = await readDrafts({ payload }, kind, [row])
  return { ...withDraft(recordOf(kind, row), drafts.get(id), undefined), isTrashed: Boolean(row.deletedAt) }
}

type Row = Fields & { id: string }

/** By key rather than by page: the last batch costs what the first one did. */
async function* readBatches(
  snapshot: Snapshot,
  collection: CollectionKind,
  { select, size }: { select?: Record<string, true>; size: number },
): AsyncGenerator<Row[]> {
  const alive: Where[] = snapshot.payload.collections[collection].config.trash
    ? [{ deletedAt: { exists: false } }]
    : []
  for (let last: string | undefined; ; ) {
    const { docs } = await snapshot.payload.db.find<Row>({
      collection,
      where: { and: [...alive, ...(last ? [{ id: { greater_than: last } }] : [])] },
      select,
      sort: 'id',
      limit: size,
      pagination: false,
      req: snapshot,
    })
    if (docs.length > 0) yield docs
    last = docs.at(-1)?.id
    if (docs.length < size) return
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
