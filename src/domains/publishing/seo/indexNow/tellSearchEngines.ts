import type { PayloadRequest } from 'payload'
import { documentPath } from '../../paths'
import { queueSubmissions } from './queueSubmissions'

type Collection = 'content' | 'pages'

export interface Seen {
  id: string
  slug?: string | null
  locale?: string | null
  _status?: string | null
  archivedAt?: string | null
  deletedAt?: string | null
  seo?: { noindex?: boolean | null } | null
}

/** What readers and search engines could see of a document before a write, and see after it. */
export interface Sighting {
  collection: Collection
  before: Seen | null
  after: Seen | null
}

/** Tells of every address that shows something else now, or nothing any more. What nobody could see stays untold. */
export async function tellSearchEngines(req: PayloadRequest, { collection, before, after }: Sighting) {
  const paths = [before, after]
    .filter((seen) => seen !== null && isListed(seen))
    .map((seen) => documentPath(collection, seen as Seen))
    .filter((path) => path !== null)
  await queueSubmissions(req, { paths })
}

function isListed({ _status, slug, archivedAt, deletedAt, seo }: Seen): boolean {
  return _status === 'published' && Boolean(slug) && !archivedAt && !deletedAt && seo?.noindex !== true
}

/** A document as it is stored for readers, whatever drafts lie over it. */
export function readSeen(
  req: PayloadRequest,
  { collection, id }: { collection: Collection; id: string },
): Promise<Seen | null> {
  return req.payload.db.findOne<Seen>({
    collection,
    where: { id: { equals: id } },
    select: { slug: true, locale: true, _status: true, archivedAt: true, deletedAt: true, seo: true },
    req,
  })
}
