/** One article in one transaction with its redirects: it is there as a whole or not at all. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import type { ExistingDocument } from './existingDocuments'
import { fingerprintOf } from './fingerprint'
import { type RedirectPlan, writeRedirects } from './redirects'

export type ArticleData = {
  title: string
  slug: string
  locale: string
  excerpt?: string
  cover?: string
  body: unknown
  authors: string[]
  categories: string[]
  tags: string[]
  publishedAt?: string
  audience: string
  featured: boolean
  seo: object
  translationOf?: string
  _status: 'draft' | 'published'
}

export type WriteInput = {
  importer: string
  sourceId: string
  /** Hash of the neutral document. */
  hash: string
  data: ArticleData
  redirects: RedirectPlan[]
  existing?: ExistingDocument
}

export async function writeArticle(payload: Payload, input: WriteInput): Promise<string> {
  const req = await createLocalReq({}, payload)
  const { importer, sourceId, hash, data, existing } = input
  const source = { importer, key: sourceId, hash: `${hash}.${fingerprintOf(data)}` }
  return inTransaction(req, async () => {
    const id = await save(req, { ...data, source }, existing)
    await writeRedirects(req, input.redirects)
    return id
  })
}

async function save(
  req: PayloadRequest,
  data: ArticleData & { source: object },
  existing?: ExistingDocument,
): Promise<string> {
  // Imports act for the site: they write what editors wrote elsewhere, drafts and sources included.
  const options = {
    collection: 'content',
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

/** Whether somebody changed the article since the import that wrote `stored`, unpublished drafts included. */
export async function isEdited(payload: Payload, { id, hash }: ExistingDocument): Promise<boolean> {
  // Compared for the site as a whole, whoever may read the article.
  const latest = await payload.findByID({
    collection: 'content',
    id,
    draft: true,
    depth: 0,
    trash: true,
    overrideAccess: true,
  })
  return fingerprintOf(latest) !== hash.split('.')[1]
}
