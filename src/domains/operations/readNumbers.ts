/** The publication at a glance. */
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { isEditor } from '@/src/platform/access'
import { asSystem, asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'

export interface Numbers {
  publishedThisWeek: number
  published: number
  /** Articles whose newest version readers do not see. */
  drafts: number
  media: number
}

const weekMs = 7 * 24 * 60 * 60 * 1000

/** Editors count everything, authors their own. */
export async function readNumbers(req: PayloadRequest): Promise<Numbers> {
  const own: Where[] = isEditor(req) ? [] : [{ user: { equals: req.user?.id ?? '' } }]
  const visible: Where[] = [...own, { _status: { equals: 'published' } }, { archivedAt: { exists: false } }]
  const weekAgo = new Date(now().getTime() - weekMs).toISOString()
  const [publishedThisWeek, published, drafts, media] = await Promise.all([
    count(req, 'content', { and: [...visible, { publishedAt: { greater_than: weekAgo } }] }),
    count(req, 'content', { and: visible }),
    countDrafts(req, { and: [...own, { _status: { equals: 'draft' } }, { title: { exists: true } }] }),
    count(req, 'media', { and: own }),
  ])
  return { publishedThisWeek, published, drafts, media }
}

async function count(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<number> {
  const { totalDocs } = await req.payload.count({ collection, where, ...authority(req) })
  return totalDocs
}

/** Counting looks at what readers see; drafts of published articles are among the versions. */
async function countDrafts(req: PayloadRequest, where: Where): Promise<number> {
  const { totalDocs } = await req.payload.find({
    collection: 'content',
    where,
    draft: true,
    depth: 0,
    limit: 1,
    select: {},
    ...authority(req),
  })
  return totalDocs
}

/** Only editors may ask by owner; an author's own are counted for them. */
function authority(req: PayloadRequest) {
  return isEditor(req) ? asUser(req) : asSystem(req)
}
