import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { ConflictError, ForbiddenError, NotFoundError } from '@/src/platform/errors'
import { mayPublishDocument } from '../access'
import type { DocumentKey } from './schemas'

export interface PlannableDocument {
  title: string
  /** Whether readers see it now. */
  isPublished: boolean
  /** Whether there is something newer than what readers see. */
  hasDraft: boolean
}

interface Found {
  title?: string | null
  _status?: 'draft' | 'published' | null
  user?: unknown
  archivedAt?: string | null
  deletedAt?: string | null
}

/**
 * The document as the caller may read it, if they may publish it.
 * @throws NOT_FOUND, PUBLISH_FORBIDDEN, DOCUMENT_TRASHED, DOCUMENT_ARCHIVED
 */
export async function findPlannable(req: PayloadRequest, key: DocumentKey): Promise<PlannableDocument> {
  // One after the other, here and in what follows: a transaction is one connection.
  const newest = await find(req, key, true)
  const live = await find(req, key, false)
  if (!newest) throw new NotFoundError()
  if (!(await mayPublishDocument(req, key.collection, newest))) {
    throw new ForbiddenError('An editor plans this: you may not publish it.', 'PUBLISH_FORBIDDEN')
  }
  if (newest.deletedAt) throw new ConflictError('DOCUMENT_TRASHED', 'It is in the trash: restore it first.')
  if (newest.archivedAt || live?.archivedAt) {
    throw new ConflictError('DOCUMENT_ARCHIVED', 'It is archived: take the archive date away first.')
  }
  return {
    title: newest.title ?? '',
    isPublished: live?._status === 'published',
    hasDraft: newest._status !== 'published',
  }
}

async function find(req: PayloadRequest, { collection, id }: DocumentKey, draft: boolean) {
  const found = await req.payload.findByID({
    collection,
    id,
    draft,
    trash: true,
    disableErrors: true,
    depth: 0,
    select: { title: true, _status: true, user: true, archivedAt: true, deletedAt: true },
    ...asUser(req),
  })
  return found as Found | null
}
