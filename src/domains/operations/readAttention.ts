/** What waits for the person who signed in, as the panel's first page shows it. */
import type { PayloadRequest, Where } from 'payload'
import { listSchedule, readPlans, type ScheduledJob } from '@/src/domains/publishing'
import { isAdmin, isEditor } from '@/src/platform/access'
import type { PlannedAct } from '@/src/platform/admin/StatusBadge'
import { asSystem, asUser } from '@/src/platform/authority'

/** One line about an article or a page. */
export interface DocumentLine {
  collection: 'content' | 'pages'
  id: string
  title: string
  /** `changed`: published, with newer changes that readers do not see yet. */
  state: 'draft' | 'changed' | 'published' | 'archived'
  /** What happens to it by itself. */
  plan?: PlannedAct
  authors: string[]
  updatedAt: string
}

export interface DocumentLines {
  total: number
  lines: DocumentLine[]
}

export interface Attention {
  /** Other people's drafts, for those who publish; `null` for those who do not. */
  waiting: DocumentLines | null
  /** The caller's own drafts. */
  mine: DocumentLines
  /** What was changed last, of what the caller may edit. */
  edits: DocumentLine[]
  /** Planned publications that failed for good; administrators find them among all failed jobs. */
  unpublished: ScheduledJob[]
}

const lineCount = 6

/**
 * Documents come with the caller's authority, the caller's own apart: only editors may ask by owner, but everyone
 * may see what they own. A draft without a title was only begun: it is left out.
 */
export async function readAttention(req: PayloadRequest): Promise<Attention> {
  const me = req.user?.id ?? ''
  const mayPublish = isEditor(req)
  const [waiting, mine, articles, pages, failed] = await Promise.all([
    mayPublish ? findArticles(req, { and: [draft, { user: { not_equals: me } }] }) : null,
    findArticles(req, { and: [draft, { user: { equals: me } }] }, asSystem(req)),
    mayPublish
      ? findArticles(req, titled)
      : findArticles(req, { and: [titled, { user: { equals: me } }] }, asSystem(req)),
    mayPublish ? findPages(req) : [],
    isAdmin(req) ? null : listSchedule(req, { state: 'failed', limit: lineCount }),
  ])
  const edits = [...articles.lines, ...pages].sort(newestFirst).slice(0, lineCount)
  const lines = [...(waiting?.lines ?? []), ...mine.lines, ...edits]
  await Promise.all([tellChangedFromDraft(req, lines), tellPlans(req, lines)])
  return { waiting, mine, edits, unpublished: failed?.docs ?? [] }
}

const titled: Where = { title: { exists: true } }
const draft: Where = {
  and: [titled, { _status: { equals: 'draft' } }, { archivedAt: { exists: false } }],
}

async function findArticles(
  req: PayloadRequest,
  where: Where,
  authority: ReturnType<typeof asSystem> | ReturnType<typeof asUser> = asUser(req),
): Promise<DocumentLines> {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'content',
    where,
    draft: true,
    depth: 1,
    limit: lineCount,
    sort: '-updatedAt',
    select: { title: true, authors: true, updatedAt: true, _status: true, archivedAt: true },
    populate: { profiles: { name: true } },
    ...authority,
  })
  return {
    total: totalDocs,
    lines: docs.map((doc) => ({
      collection: 'content',
      id: doc.id,
      title: doc.title,
      state: doc.archivedAt ? 'archived' : (doc._status ?? 'draft'),
      authors: (doc.authors ?? []).flatMap((author) => (typeof author === 'object' ? [author.name] : [])),
      updatedAt: doc.updatedAt,
    })),
  }
}

async function findPages(req: PayloadRequest): Promise<DocumentLine[]> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: titled,
    draft: true,
    depth: 0,
    limit: lineCount,
    sort: '-updatedAt',
    pagination: false,
    select: { title: true, updatedAt: true, _status: true, archivedAt: true },
    ...asUser(req),
  })
  return docs.map((doc) => ({
    collection: 'pages',
    id: doc.id,
    title: doc.title,
    state: doc.archivedAt ? 'archived' : (doc._status ?? 'draft'),
    authors: [],
    updatedAt: doc.updatedAt,
  }))
}

/** The newest version of a published document may be a draft: readers still see the published one. */
async function tellChangedFromDraft(req: PayloadRequest, lines: DocumentLine[]): Promise<void> {
  await Promise.all(
    (['content', 'pages'] as const).map(async (collection) => {
      const drafts = lines.filter((line) => line.collection === collection && line.state === 'draft')
      if (drafts.length === 0) return
      const { docs } = await req.payload.find({
        collection,
        where: { and: [{ id: { in: drafts.map(({ id }) => id) } }, { _status: { equals: 'published' } }] },
        depth: 0,
        pagination: false,
        select: {},
        ...asUser(req),
      })
      const published = new Set(docs.map(({ id }) => id))
      for (const line of drafts) if (published.has(line.id)) line.state = 'changed'
    }),
  )
}

async function tellPlans(req: PayloadRequest, lines: DocumentLine[]): Promise<void> {
  await Promise.all(
    (['content', 'pages'] as const).map(async (collection) => {
      const ofCollection = lines.filter((line) => line.collection === collection)
      const plans = await readPlans(req, { collection, ids: ofCollection.map(({ id }) => id) })
      for (const line of ofCollection) line.plan = plans.get(line.id)
    }),
  )
}

function newestFirst(a: DocumentLine, b: DocumentLine): number {
  return b.updatedAt.localeCompare(a.updatedAt)
}
