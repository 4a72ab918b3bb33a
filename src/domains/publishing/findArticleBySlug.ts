import type { PayloadRequest } from 'payload'
import type { Content, Media, Profile } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { type Addressed, findAddressed } from './findAddressed'
import { mediaSelect } from './listArticles'

export interface ArticlePage {
  article: Content
  /** With avatar and biography, in the order of the byline. */
  authors: Profile[]
  /** The body is for others: only its preview is here. */
  isCut: boolean
}

/** An article as the caller may read it, `null` when there is none. */
export async function findArticleBySlug(
  req: PayloadRequest,
  addressed: Addressed,
): Promise<ArticlePage | null> {
  const article = await findAddressed(req, 'content', addressed)
  if (!article) return null
  const authors = await findAuthors(req, article)
  return { article, authors, isCut: article.audience !== 'public' && !article.body }
}

async function findAuthors(req: PayloadRequest, { authors }: Content): Promise<Profile[]> {
  const ids = (authors ?? []).map((author) => (typeof author === 'string' ? author : author.id))
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { id: { in: ids } },
    limit: ids.length,
    depth: 1,
    pagination: false,
    populate: { media: mediaSelect },
    ...asUser(req),
  })
  return ids.map((id) => docs.find((profile) => profile.id === id)).filter((profile) => profile !== undefined)
}

/** The picture that stands for a document when it is shared. */
export function shareImage({ seo, cover }: Pick<Content, 'seo' | 'cover'>): Media | null {
  const chosen = seo?.image ?? cover
  return typeof chosen === 'object' ? chosen : null
}
