import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { holdsPlan } from '@/src/domains/billing'
import { activeUser, isEditor, isStaff, owner, type Predicate } from '@/src/platform/access'

/** True where the site's settings let authors publish their own work; read once a request. */
export async function authorsMayPublish(req: PayloadRequest): Promise<boolean> {
  if (req.context.authorsMayPublish === undefined) {
    // The setting decides what the caller may do, whatever the caller may read.
    const settings = await req.payload.findGlobal({
      slug: 'site-settings',
      depth: 0,
      select: { authorsMayPublish: true },
      overrideAccess: true,
      req,
    })
    req.context.authorsMayPublish = settings.authorsMayPublish === true
  }
  return req.context.authorsMayPublish === true
}

/** The caller's own documents that are not published. */
export const ownDraft: Predicate = ({ req }) => {
  const user = activeUser(req)
  if (!user || !isStaff(req)) return false
  const and: Where[] = [{ user: { equals: user.id } }, { _status: { equals: 'draft' } }]
  return { and }
}

/** Staff read their own documents in any state. */
export const ownDocument: Predicate = (args) => (isStaff(args.req) ? owner(args) : false)

/** The versions of the caller's own documents. */
export const ownVersion: Predicate = ({ req }) => {
  const user = activeUser(req)
  if (!user || !isStaff(req)) return false
  const where: Where = { 'version.user': { equals: user.id } }
  return where
}

/**
 * The paywall of every channel: who may read a body. Without a document (a `where` or `sort` on it) only
 * editors may.
 */
export const bodyReader: FieldAccess = ({ req, doc }) => {
  if (isEditor(req)) return true
  if (!doc) return false
  const user = activeUser(req)
  if (user && isStaff(req) && idOf(doc.user) === user.id) return true
  switch (doc.audience) {
    case 'public':
      return true
    case 'members':
      return user !== null
    case 'paid':
      return user !== null && holdsPlan(req, doc.plans ?? [])
    default:
      return false
  }
}

function idOf(reference: unknown): unknown {
  return typeof reference === 'object' && reference !== null && 'id' in reference ? reference.id : reference
}

/** Staff write; what is published at once needs the right to publish. */
export const createDocument: Access = async ({ req, data }) =>
  isStaff(req) && (data?._status !== 'published' || (await mayPublish(req)))

/** Editors change everything; authors their own drafts, or all their own where they may publish. */
export const updateDocument: Access = async (args) => {
  const { req, data } = args
  if (isEditor(req)) return true
  if (!isStaff(req)) return false
  const publishes = await mayPublish(req)
  if (data?._status === 'published' && !publishes) return false
  return publishes ? owner(args) : ownDraft(args)
}

export async function mayPublish(req: PayloadRequest): Promise<boolean> {
  return isEditor(req) || (isStaff(req) && (await authorsMayPublish(req)))
}

/** Pages are published by editors; an article also by whom it belongs to, where the site lets authors publish. */
export async function mayPublishDocument(
  req: PayloadRequest,
  collection: string,
  doc: { user?: unknown },
): Promise<boolean> {
  if (isEditor(req)) return true
  const user = activeUser(req)
  return collection === 'content' && user !== null && idOf(doc.user) === user.id && (await mayPublish(req))
}
