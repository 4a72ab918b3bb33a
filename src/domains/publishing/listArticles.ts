import type { PayloadRequest, Where } from 'payload'
import type { Content } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { defaultLocale } from './paths'

/** Fields that a list shows; a body never travels with a list. */
const summarySelect = {
  title: true,
  slug: true,
  locale: true,
  excerpt: true,
  cover: true,
  publishedAt: true,
  updatedAt: true,
  authors: true,
  categories: true,
  readingMinutes: true,
  audience: true,
  featured: true,
} as const

export type ArticleSummary = Pick<Content, 'id' | keyof typeof summarySelect>

export interface ListArticlesInput {
  page?: number
  limit?: number
  locale?: string
  /** In any of these categories. */
  categories?: string[]
  /** With any of these tags. */
  tags?: string[]
  author?: string
  isFeatured?: boolean
  /** Published from this moment on … */
  from?: Date
  /** … and before this one. */
  before?: Date
  exclude?: string[]
  order?: 'newest' | 'oldest'
  /** Lists that show no page numbers need no total, which costs a count. */
  isCounted?: boolean
}

export interface ArticleList {
  articles: ArticleSummary[]
  page: number
  totalPages: number
  totalArticles: number
}

/** Articles that the caller may read, newest first. */
export async function listArticles(req: PayloadRequest, input: ListArticlesInput = {}): Promise<ArticleList> {
  const { page = 1, limit = 20, order = 'newest', isCounted = true } = input
  const { docs, totalPages, totalDocs } = await req.payload.find({
    collection: 'content',
    where: { and: conditions(input) },
    select: summarySelect,
    populate: { media: mediaSelect },
    sort: order === 'newest' ? ['-publishedAt', '-id'] : ['publishedAt', 'id'],
    page,
    limit,
    depth: 1,
    pagination: isCounted,
    ...asUser(req),
  })
  return { articles: docs, page, totalPages, totalArticles: totalDocs }
}

/** What a picture needs to be drawn. */
export const mediaSelect = {
  alt: true,
  caption: true,
  credit: true,
  blur: true,
  url: true,
  sizes: true,
  width: true,
  height: true,
  mimeType: true,
  filename: true,
} as const

function conditions(input: ListArticlesInput): Where[] {
  // Staff may read drafts elsewhere; a list of the site shows what its readers see.
  const and: Where[] = [
    { _status: { equals: 'published' } },
    { archivedAt: { exists: false } },
    { locale: { equals: input.locale ?? defaultLocale } },
  ]
  if (input.categories) and.push({ categories: { in: input.categories } })
  if (input.tags) and.push({ tags: { in: input.tags } })
  if (input.author) and.push({ authors: { in: [input.author] } })
  if (input.isFeatured) and.push({ featured: { equals: true } })
  if (input.from) and.push({ publishedAt: { greater_than_equal: input.from.toISOString() } })
  if (input.before) and.push({ publishedAt: { less_than: input.before.toISOString() } })
  if (input.exclude?.length) and.push({ id: { not_in: input.exclude } })
  return and
}
