/** One record, in one transaction: it is there as a whole, its draft included, or not at all. */
import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { keepId } from '@/src/platform/payload/allowKeptIds'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { derivePreview } from '../../derivePreview'
import { type ArchiveRecord, exportedFields, type Fields } from '../../exporting/archiveFormat'
import { hasDocumentLinks, withoutDocumentLinks } from './openLinks'

export type WriteInput = {
  record: ArchiveRecord
  /** With the references that they have here. */
  fields: Fields
  draft?: Fields
  user?: string
  /** Id of the row that it replaces. */
  existing?: string
}

export async function restoreRecord(payload: Payload, input: WriteInput): Promise<string> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const collection = input.record.kind as CollectionSlug
    // What is published is checked, and a link whose target comes later would fail: it is put in unseen afterwards.
    const isLinked = input.fields._status === 'published' && hasDocumentLinks(input.fields)
    const fields = isLinked ? withoutDocumentLinks(input.fields) : input.fields
    const id = input.existing ?? (await create(req, collection, { ...input, fields }))
    if (input.existing) await replace(req, collection, id, input.record.kind, fields)
    if (isLinked) await putTexts(req, collection, id, input.fields)
    if (input.draft) await saveDraft(req, collection, id, input.record.kind, input.draft)
    return id
  })
}

async function create(req: PayloadRequest, collection: CollectionSlug, { record, fields, user }: WriteInput) {
  keepId(req, collection, record.id)
  // A restoring acts for the site: it writes what its editors wrote before, drafts and sources included.
  const doc = await req.payload.create({
    collection,
    data: {
      ...fields,
      ...(user ? { user } : {}),
      ...(record.createdAt ? { createdAt: record.createdAt } : {}),
    } as never,
    draft: fields._status === 'draft',
    depth: 0,
    ...asSystem(req),
  })
  return String(doc.id)
}

async function replace(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  kind: ArchiveRecord['kind'],
  fields: Fields,
): Promise<void> {
  // As above.
  await req.payload.update({
    collection,
    id,
    data: { ...cleared(kind), ...fields, ...(hasTrash(req, collection) ? { deletedAt: null } : {}) } as never,
    trash: true,
    depth: 0,
    ...asSystem(req),
  })
}

async function saveDraft(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  kind: ArchiveRecord['kind'],
  draft: Fields,
): Promise<void> {
  // As above: the draft beside what is published.
  await req.payload.update({
    collection,
    id,
    data: { ...cleared(kind), ...draft, _status: 'draft' } as never,
    draft: true,
    depth: 0,
    ...asSystem(req),
  })
}

function hasTrash(req: PayloadRequest, collection: CollectionSlug): boolean {
  return Boolean(req.payload.collections[collection].config.trash)
}

/** The texts as they are, in the row and in its newest version, by the adapter and in the same transaction. */
async function putTexts(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  { body, layout }: Fields,
): Promise<void> {
  const texts = {
    ...(body ? { body, preview: derivePreview(body as never) } : {}),
    ...(layout ? { layout } : {}),
  }
  const { db } = req.payload
  await db.updateOne({ collection, id, data: texts, req })
  const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
  const { docs } = await db.findVersions({ collection, where, limit: 1, pagination: false, req })
  const versionData = { version: texts } as never
  if (docs[0]) await db.updateVersion({ collection, id: docs[0].id, versionData, req })
}

const lists = new Set([
  'authors',
  'categories',
  'tags',
  'plans',
  'layout',
  'links',
  'skills',
  'items',
  'columns',
  'social',
])

/** What the record leaves open is empty, not as it was. */
function cleared(kind: ArchiveRecord['kind']): Fields {
  const names = exportedFields[kind].filter((name) => name !== 'source' && name !== 'seo')
  return Object.fromEntries(names.map((name) => [name, lists.has(name) ? [] : null]))
}
