import type { PayloadRequest, Where } from 'payload'
import type { Page } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { mediaSelect } from './listArticles'
import { defaultLocale } from './paths'

export interface FindPageInput {
  slug: string
  locale?: string
  /** The draft that its editor looks at. */
  draftId?: string
}

/** One of the site's own pages, `null` when there is none that the caller may read. */
export async function findPageBySlug(
  req: PayloadRequest,
  { slug, locale = defaultLocale, draftId }: FindPageInput,
): Promise<Page | null> {
  const where: Where = draftId
    ? { id: { equals: draftId } }
    : {
        and: [
          { slug: { equals: slug } },
          { locale: { equals: locale } },
          { _status: { equals: 'published' } },
          { archivedAt: { exists: false } },
        ],
      }
  const { docs } = await req.payload.find({
    collection: 'pages',
    where,
    draft: draftId !== undefined,
    limit: 1,
    depth: 1,
    pagination: false,
    populate: { media: mediaSelect },
    ...asUser(req),
  })
  return docs[0] ?? null
}
