/** What a feed says, whatever its format: the newest articles of a list as everybody may read them. */
import type { PayloadRequest } from 'payload'
import type { Content, Media, Profile } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { findSiteShell } from '../findSiteShell'
import { mediaSelect, summarySelect, whereListed } from '../listArticles'
import { articlePath, authorPath, defaultLocale } from '../paths'
import { populated, populatedAll } from '../populated'
import { absoluteUrl } from '../seo/absoluteUrl'
import { bodyHtml } from './bodyHtml'
import { type FeedFormat, feedAddress } from './feedAddress'
import { type FeedScope, findFeedList } from './findFeedList'

export interface FeedItem {
  /** Stays when the address changes. */
  id: string
  url: string
  title: string
  summary?: string
  /** As far as everybody may read it; none where the site gives excerpts. */
  html?: string
  publishedAt: Date
  updatedAt: Date
  language: string
  authors: FeedAuthor[]
  /** Names of categories and tags. */
  subjects: string[]
  picture?: { url: string; type: string; bytes: number; width?: number; height?: number; words?: string }
}

export interface FeedAuthor {
  name: string
  url: string
  picture?: string
}

export interface Feed {
  title: string
  description: string
  siteName: string
  siteUrl: string
  language: string
  /** The page that shows the same list. */
  pageUrl: string
  url: string
  nextUrl?: string
  icon?: string
  updatedAt: Date
  items: FeedItem[]
}

export interface ReadFeedInput {
  scope: FeedScope
  format: FeedFormat
  /** From 1. */
  page?: number
}

const articlesOnPage = 30
/** Characters of text in one feed; articles beyond it have their excerpt alone. */
const longestText = 1_500_000

/** @returns `null` when there is no such list, or no such page of it. */
export async function readFeed(
  req: PayloadRequest,
  { scope, format, page = 1 }: ReadFeedInput,
): Promise<Feed | null> {
  const [list, { settings, seo }] = await Promise.all([findFeedList(req, scope), findSiteShell(req)])
  if (!list) return null
  const { docs, hasNextPage } = await req.payload.find({
    collection: 'content',
    where: whereListed(list.articles),
    select: { ...selected, ...(seo.feedText === 'excerpt' ? {} : { body: true, preview: true }) },
    populate: { media: { ...mediaSelect, filesize: true } },
    sort: ['-publishedAt'],
    page,
    limit: articlesOnPage,
    depth: 1,
    ...asUser(req),
  })
  if (page > 1 && docs.length === 0) return null
  const url = absoluteUrl(feedAddress(list.path, format))
  return {
    title: list.title ? `${list.title} · ${settings.name}` : settings.name,
    description: list.description || settings.description || settings.tagline || settings.name,
    siteName: settings.name,
    siteUrl: absoluteUrl('/'),
    language: defaultLocale,
    pageUrl: absoluteUrl(list.path),
    url: page > 1 ? `${url}?page=${page}` : url,
    nextUrl: hasNextPage ? `${url}?page=${page + 1}` : undefined,
    icon: pictureUrl(populated(settings.logo)),
    updatedAt: newest(docs) ?? new Date(settings.updatedAt ?? 0),
    items: withinText(docs.map(itemOf)),
  }
}

const selected = { ...summarySelect, tags: true } as const

type FeedArticle = Pick<Content, 'id' | keyof typeof selected> & Partial<Pick<Content, 'body' | 'preview'>>

function itemOf(article: FeedArticle): FeedItem {
  const url = absoluteUrl(articlePath(article))
  const { title, excerpt, publishedAt, updatedAt, locale } = article
  return {
    id: `urn:uuid:${article.id}`,
    url,
    title,
    summary: excerpt || undefined,
    html: htmlOf(article, url),
    publishedAt: new Date(publishedAt ?? updatedAt),
    // Nothing is updated before it is published, not even what was dated ahead by hand.
    updatedAt: new Date(Math.max(Date.parse(updatedAt), Date.parse(publishedAt ?? updatedAt))),
    language: locale,
    authors: populatedAll(article.authors).map(authorOf),
    subjects: [...populatedAll(article.categories), ...populatedAll(article.tags)].map(({ name }) => name),
    picture: pictureOf(populated(article.cover)),
  }
}

/** Of what not everybody may read: the free part, and the way to the rest. */
function htmlOf({ body, preview, audience }: FeedArticle, url: string): string | undefined {
  if (body) return bodyHtml(body, { url }) || undefined
  if (!preview || audience === 'public') return undefined
  const words = audience === 'members' ? 'The rest is for members' : 'The rest is for subscribers'
  return `${bodyHtml(preview, { url })}<p><a href="${url}">${words}: read on</a></p>`
}

function authorOf(author: Profile): FeedAuthor {
  return {
    name: author.name,
    url: absoluteUrl(authorPath(author)),
    picture: pictureUrl(populated(author.avatar)),
  }
}

function pictureOf(media: Media | null): FeedItem['picture'] {
  const url = pictureUrl(media)
  if (!media || !url || !media.mimeType?.startsWith('image/')) return undefined
  return {
    url,
    type: media.mimeType,
    bytes: media.filesize ?? 0,
    width: media.width ?? undefined,
    height: media.height ?? undefined,
    words: media.alt || undefined,
  }
}

function pictureUrl(media: Media | null): string | undefined {
  return media?.url ? absoluteUrl(media.url) : undefined
}

function newest(articles: FeedArticle[]): Date | undefined {
  const times = articles.map(({ updatedAt }) => new Date(updatedAt).getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}

function withinText(items: FeedItem[]): FeedItem[] {
  let written = 0
  return items.map((item) => {
    written += item.html?.length ?? 0
    return written > longestText ? { ...item, html: undefined } : item
  })
}
