import type { PayloadRequest } from 'payload'
import type { Content } from '@/payload-types'
import { type ArticleSummary, listArticles } from './listArticles'

export interface ArticleNeighbours {
  older: ArticleSummary | null
  newer: ArticleSummary | null
  related: ArticleSummary[]
}

const relatedArticles = 3

/** Where a reader may go on: the articles before and after in time, and those that share tags or a category. */
export async function findArticleNeighbours(
  req: PayloadRequest,
  article: Content,
): Promise<ArticleNeighbours> {
  const [older, newer, related] = await Promise.all([
    findBeside(req, article, 'older'),
    findBeside(req, article, 'newer'),
    listRelated(req, article),
  ])
  return { older, newer, related }
}

async function findBeside(req: PayloadRequest, article: Content, side: 'older' | 'newer') {
  if (!article.publishedAt) return null
  const moment = new Date(article.publishedAt)
  const { articles } = await listArticles(req, {
    locale: article.locale,
    ...(side === 'older' ? { before: moment } : { from: moment, order: 'oldest' }),
    exclude: [article.id],
    limit: 1,
    isCounted: false,
  })
  return articles[0] ?? null
}

async function listRelated(req: PayloadRequest, article: Content): Promise<ArticleSummary[]> {
  const shared = { locale: article.locale, limit: relatedArticles, isCounted: false }
  const tags = idsOf(article.tags)
  const byTag = tags.length
    ? (await listArticles(req, { ...shared, tags, exclude: [article.id] })).articles
    : []
  const categories = idsOf(article.categories)
  if (byTag.length >= relatedArticles || categories.length === 0) return byTag
  const exclude = [article.id, ...byTag.map(({ id }) => id)]
  const byCategory = await listArticles(req, { ...shared, categories, exclude })
  return [...byTag, ...byCategory.articles].slice(0, relatedArticles)
}

function idsOf(references: (string | { id: string })[] | null | undefined): string[] {
  return (references ?? []).map((reference) => (typeof reference === 'string' ? reference : reference.id))
}
