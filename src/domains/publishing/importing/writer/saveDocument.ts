/** One document in one transaction with its redirects and comments: it is there as a whole or not at all. */
import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import type { NeutralComment } from '../neutral'
import { saveComments } from './comments'
import type { ExistingDocument, Target } from './existingDocuments'
import { fingerprintOf, type WrittenFields } from './fingerprint'
import { formatHash, type ImportHash } from './importHash'
import { type RedirectPlan, writeRedirects } from './redirects'

export type SaveInput = {
  collection: Target
  importer: string
  sourceId: string
  hash: Omit<ImportHash, 'written'>
  data: WrittenFields & { _status: 'draft' | 'published' }
  redirects: RedirectPlan[]
  comments: NeutralComment[]
  existing?: ExistingDocument
}

export async function saveDocument(payload: Payload, input: SaveInput): Promise<string> {
  const req = await createLocalReq({}, payload)
  const { importer, sourceId, hash, data } = input
  const source = {
    importer,
    key: sourceId,
    hash: formatHash({ ...hash, written: fingerprintOf(data) }),
  }
  return inTransaction(req, async () => {
    const id = await save(req, { ...input, data: { ...data, source } })
    await writeRedirects(req, input.redirects)
    await saveComments(req, { ...input, id })
    return id
  })
}

type Save = Pick<SaveInput, 'collection' | 'existing'> & { data: SaveInput['data'] & { source: object } }

async function save(req: PayloadRequest, { collection, data, existing }: Save): Promise<string> {
  // Imports act for the site: they write what editors wrote elsewhere, drafts and sources included.
  const options = {
    collection,
    data: data as never,
    depth: 0,
    select: { slug: true },
    ...asSystem(req),
  } as const
  const draft = data._status === 'draft'
  if (!existing) return String((await req.payload.create({ ...options, draft })).id)
  await req.payload.update({ ...options, id: existing.id, trash: true })
  return existing.id
}

export type Remembered = Pick<SaveInput, 'collection' | 'importer' | 'sourceId' | 'comments'> & {
  existing: ExistingDocument
  hash: ImportHash
}

/** Of a document that is as it should be: that it need not be converted again, and comments written since. */
export async function rememberUnchanged(payload: Payload, input: Remembered): Promise<void> {
  const { collection, existing, hash } = input
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await saveComments(req, { ...input, id: existing.id })
    // Not through the collection: nothing that anybody sees has changed, and no version is to be made of it.
    await execute(
      req,
      sql`update ${sql.identifier(collection)} set source_hash = ${formatHash(hash)} where id = ${existing.id}`,
    )
  })
}

/** Whether somebody changed the document since the import that wrote it, unpublished drafts included. */
export async function isEdited(
  payload: Payload,
  collection: Target,
  { id, hash }: ExistingDocument,
): Promise<boolean> {
  // Compared for the site as a whole, whoever may read the document.
  const latest = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    trash: true,
    overrideAccess: true,
  })
  return fingerprintOf(latest as WrittenFields) !== hash.written
}
