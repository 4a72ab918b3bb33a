import type { PayloadRequest } from 'payload'
import type { Page } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { mediaSelect } from './listArticles'
import { type Addressed, whereAddressed } from './whereAddressed'

/** One of the site's own pages, `null` when there is none that the caller may read. */
export async function findPageBySlug(req: PayloadRequest, addressed: Addressed): Promise<Page | null> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: whereAddressed(addressed),
    draft: addressed.draftId !== undefined,
    limit: 1,
    depth: 1,
    pagination: false,
    populate: { media: mediaSelect },
    ...asUser(req),
  })
  return docs[0] ?? null
}
