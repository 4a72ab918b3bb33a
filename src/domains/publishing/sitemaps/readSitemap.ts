/** The sitemaps of the site by their file names, and the index that names them all. */
import type { PayloadRequest } from 'payload'
import { findSiteShell } from '../findSiteShell'
import { listArticleEntries, listArticleSitemaps, listNewsEntries } from './listArticleEntries'
import { listListEntries, listPageEntries } from './listPageEntries'
import { writeSitemap, writeSitemapIndex } from './writeSitemap'

export const sitemapIndexPath = '/sitemap.xml'
export const newsSitemapPath = '/sitemaps/news.xml'

export async function readSitemapIndex(req: PayloadRequest): Promise<string> {
  const articles = await listArticleSitemaps(req)
  return writeSitemapIndex([
    { path: '/sitemaps/pages.xml' },
    { path: '/sitemaps/lists.xml' },
    ...articles.map(({ number, changedAt }) => ({ path: `/sitemaps/articles-${number}.xml`, changedAt })),
  ])
}

/** @returns `null` when there is no such sitemap. */
export async function readSitemap(req: PayloadRequest, { file }: { file: string }): Promise<string | null> {
  if (file === 'pages.xml') return writeSitemap(await listPageEntries(req))
  if (file === 'lists.xml') return writeSitemap(await listListEntries(req))
  if (file === 'news.xml') {
    const [{ settings }, entries] = await Promise.all([findSiteShell(req), listNewsEntries(req)])
    return writeSitemap(entries, { publication: settings.name })
  }
  const [, number] = /^articles-([1-9]\d{0,4})\.xml$/.exec(file) ?? []
  if (!number) return null
  const entries = await listArticleEntries(req, { number: Number(number) })
  return entries.length > 0 ? writeSitemap(entries) : null
}
