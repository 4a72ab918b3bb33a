import type { PayloadRequest, Where } from 'payload'
import type { Content } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { defaultLocale } from './paths'
import { dateInForecast, type Forecast, readForecast } from './readForecast'

/** Fields that a list shows; a body never travels with a list. */
export const summarySelect = {
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
  const forecast = await readForecast(req, 'content')
  if (forecast) return listForecast(req, input, forecast)
  const { page = 1, limit = 12, isCounted = true } = input
  const { docs, totalDocs, totalPages } = await find(req, {
    where: whereListed(input),
    sort: sortOf(input),
    page,
    limit,
    pagination: isCounted,
  })
  return { articles: docs, page, totalPages, totalArticles: totalDocs }
}

/** The same list as the plan will have made it. What appears is little, so it is merged in here. */
async function listForecast(
  req: PayloadRequest,
  input: ListArticlesInput,
  forecast: Forecast,
): Promise<ArticleList> {
  const { page = 1, limit = 12, order = 'newest' } = input
  const [staying, added] = await Promise.all([
    find(req, {
      where: { and: [...published, ...without(changedIn(forecast)), ...conditions(input)] },
      sort: sortOf(input),
      page: 1,
      limit: page * limit,
      pagination: true,
    }),
    listAppearing(req, input, forecast),
  ])
  const direction = order === 'newest' ? -1 : 1
  const all = [...staying.docs, ...added].sort(
    (one, other) => direction * (one.publishedAt ?? '').localeCompare(other.publishedAt ?? ''),
  )
  const totalArticles = staying.totalDocs + added.length
  return {
    articles: all.slice((page - 1) * limit, page * limit),
    page,
    totalPages: Math.max(1, Math.ceil(totalArticles / limit)),
    totalArticles,
  }
}

/** What the plan will have published, as its newest draft has it now. */
export async function listAppearing(
  req: PayloadRequest,
  input: ListArticlesInput,
  forecast: Forecast,
): Promise<ArticleSummary[]> {
  const { from, before } = input
  const ids = [...forecast.appearing.keys()]
  const { docs } = await find(req, {
    // By the date that it will have, which its draft may lack.
    where: { and: [{ id: { in: ids } }, ...conditions({ ...input, from: undefined, before: undefined })] },
    sort: sortOf(input),
    page: 1,
    limit: ids.length,
    pagination: false,
    draft: true,
  })
  return docs
    .map((article) => ({ ...article, publishedAt: dateInForecast(article, forecast) }))
    .filter(({ publishedAt }) => isWithin(publishedAt, from, before))
}

/** What is read as it will be, not as it is. */
export function changedIn({ appearing, disappearing }: Forecast): string[] {
  return [...disappearing, ...appearing.keys()]
}

interface FindOptions {
  where: Where
  sort: string[]
  page: number
  limit: number
  pagination: boolean
  draft?: boolean
}

async function find(
  req: PayloadRequest,
  options: FindOptions,
): Promise<{ docs: ArticleSummary[]; totalDocs: number; totalPages: number }> {
  return req.payload.find({
    collection: 'content',
    select: summarySelect,
    populate: { media: mediaSelect },
    depth: 1,
    ...options,
    ...asUser(req),
  })
}

function sortOf({ order = 'newest' }: ListArticlesInput): string[] {
  return order === 'newest' ? ['-publishedAt'] : ['publishedAt', 'id']
}

function isWithin(date: string | null | undefined, from?: Date, before?: Date): boolean {
  const moment = new Date(date ?? 0)
  return (!from || moment >= from) && (!before || moment < before)
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
  focalX: true,
  focalY: true,
} as const

/** Staff may read drafts elsewhere; a list of the site shows what its readers see. */
const published: Where[] = [{ _status: { equals: 'published' } }, { archivedAt: { exists: false } }]

/** What a list of the site holds. */
export function whereListed(input: ListArticlesInput): Where {
  return { and: [...published, ...conditions(input)] }
}

function conditions(input: ListArticlesInput): Where[] {
  const and: Where[] = [{ locale: { equals: input.locale ?? defaultLocale } }]
  if (input.categories) and.push({ categories: { in: input.categories } })
  if (input.tags) and.push({ tags: { in: input.tags } })
  if (input.author) and.push({ authors: { in: [input.author] } })
  if (input.isFeatured) and.push({ featured: { equals: true } })
  if (input.from) and.push({ publishedAt: { greater_than_equal: input.from.toISOString() } })
  if (input.before) and.push({ publishedAt: { less_than: input.before.toISOString() } })
  return [...and, ...without(input.exclude ?? [])]
}

/** An empty list is no condition that SQL knows. */
export function without(ids: string[]): Where[] {
  return ids.length > 0 ? [{ id: { not_in: ids } }] : []
}
