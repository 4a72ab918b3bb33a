import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/src/platform/authority'
import { env } from '@/src/platform/env'
import { listCategories } from './listCategories'
import { archivePath, categoryPath, documentPath } from './paths'

/** Addresses in one sitemap. Source: sitemaps.org, "no more than 50,000 URLs". */
const mostEntries = 50_000

export interface SitemapEntry {
  url: string
  lastModified?: string
}

/** Every page that search engines may list, the newest articles first. */
export async function listSitemapEntries(req: PayloadRequest): Promise<SitemapEntry[]> {
  const [pages, categories, articles] = await Promise.all([
    listDocuments(req, 'pages'),
    listCategories(req),
    listDocuments(req, 'content'),
  ])
  const entries = [
    { url: `${env.SITE_URL}/` },
    { url: `${env.SITE_URL}${archivePath()}` },
    ...categories.map((category) => ({ url: `${env.SITE_URL}${categoryPath(category)}` })),
    ...pages.filter(({ url }) => url !== `${env.SITE_URL}/`),
    ...articles,
  ]
  return entries.slice(0, mostEntries)
}

async function listDocuments(req: PayloadRequest, collection: 'content' | 'pages'): Promise<SitemapEntry[]> {
  const listed: Where = {
    and: [
      { _status: { equals: 'published' } },
      { archivedAt: { exists: false } },
      { 'seo.noindex': { not_equals: true } },
    ],
  }
  const { docs } = await req.payload.find({
    collection,
    where: listed,
    select: { slug: true, locale: true, updatedAt: true },
    sort: '-publishedAt',
    limit: mostEntries,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  return docs.map((doc) => ({
    url: `${env.SITE_URL}${documentPath(collection, doc)}`,
    lastModified: doc.updatedAt,
  }))
}
