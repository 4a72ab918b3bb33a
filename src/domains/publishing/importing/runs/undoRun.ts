/** Takes back what an import made, unless somebody worked on it since or other content uses it: that is listed. */
import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { jobOf } from '@/src/platform/jobs'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { findUses } from './findUses'
import { updateImport } from './updateImport'

export type Kept = { collection: string; id: string; title: string; reason: 'edited' | 'used' | 'refused' }
export type Undone = { removed: Record<string, number>; kept: Kept[]; keptCount: number }

/** What points at others goes before what is pointed at. */
const order = [
  'imported-comments',
  'redirects',
  'content',
  'pages',
  'market-quotes',
  'tags',
  'categories',
  'profiles',
  'media',
  'files',
] as const

const batchSize = 100
const listed = 1000

export async function undoRun(req: PayloadRequest, id: string): Promise<Undone> {
  const { payload } = req
  // The job acts for whoever started it, who was asked for the right then.
  const found = await payload.findByID({ collection: 'imports', id, depth: 0, ...asSystem(req) })
  const finishedAt = found.finishedAt ?? new Date().toISOString()
  const before = found.undo as Undone | null
  const undone: Undone = { removed: before?.removed ?? {}, kept: [], keptCount: 0 }
  const { signal } = jobOf(req)
  for (const collection of order) {
    for await (const item of itemsOf(payload, id, collection)) {
      signal.throwIfAborted()
      const kept = await takeBack(payload, { collection, item, finishedAt })
      if (!kept) undone.removed[collection] = (undone.removed[collection] ?? 0) + 1
      else {
        undone.keptCount += 1
        if (undone.kept.length < listed) undone.kept.push(kept)
      }
    }
    await updateImport({ payload }, id, { undo: undone })
  }
  return undone
}

type Item = { id: string; targetId: string }

/** Newest first, so that what is inside of another goes first. */
async function* itemsOf(payload: Payload, importId: string, target: string): AsyncGenerator<Item> {
  for (let last: string | undefined; ; ) {
    const { docs } = await payload.db.find<Item>({
      collection: 'import-items',
      where: {
        and: [
          { import: { equals: importId } },
          { target: { equals: target } },
          ...(last ? [{ id: { less_than: last } }] : []),
        ],
      },
      sort: '-id',
      limit: batchSize,
      pagination: false,
    })
    yield* docs
    last = docs.at(-1)?.id
    if (docs.length < batchSize) return
  }
}

type TakeBack = { collection: (typeof order)[number]; item: Item; finishedAt: string }

async function takeBack(
  payload: Payload,
  { collection, item, finishedAt }: TakeBack,
): Promise<Kept | undefined> {
  const { targetId: id } = item
  const doc = await readLatest(payload, collection, id)
  const forget = (req: PayloadRequest) =>
    payload.db.deleteOne({
      collection: 'import-items',
      where: { id: { equals: item.id } },
      req,
      returning: false,
    })
  const req = await createLocalReq({}, payload)
  if (!doc) {
    await forget(req)
    return undefined
  }
  const title = String(doc.title ?? doc.name ?? doc.filename ?? doc.from ?? id)
  if (String(doc.updatedAt) > finishedAt) return { collection, id, title, reason: 'edited' }
  if (await findUses(payload, collection, id)) return { collection, id, title, reason: 'used' }
  try {
    await inTransaction(req, async () => {
      // As above: what the import made for the site is taken from it.
      await payload.delete({
        collection: collection as CollectionSlug,
        id,
        depth: 0,
        trash: true,
        ...asSystem(req),
      })
      await forget(req)
    })
    return undefined
  } catch (error) {
    if (typeof (error as { code?: unknown }).code !== 'string') throw error
    return { collection, id, title, reason: 'refused' }
  }
}

type Doc = Record<string, unknown>

/** The row with the time of its newest change, a draft's included. */
async function readLatest(
  payload: Payload,
  collection: CollectionSlug,
  id: string,
): Promise<Doc | undefined> {
  const where = { id: { equals: id } }
  const { docs } = await payload.db.find<Doc & { id: string }>({
    collection,
    where,
    limit: 1,
    pagination: false,
  })
  const [doc] = docs
  if (!doc || !payload.collections[collection].config.versions) return doc
  const { docs: versions } = await payload.db.findVersions<Doc>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
  })
  const latest = versions[0]?.updatedAt
  return latest && String(latest) > String(doc.updatedAt) ? { ...doc, updatedAt: latest } : doc
}
