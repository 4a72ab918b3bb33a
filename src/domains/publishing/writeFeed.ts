import { Feed } from 'feed'
import type { PayloadRequest } from 'payload'
import { env } from '@/src/platform/env'
import { findSiteShell } from './findSiteShell'
import { listArticles } from './listArticles'
import { articlePath, authorPath, defaultLocale, feedPath } from './paths'
import { populatedAll } from './populated'

const feedArticles = 30

/** RSS 2.0 of the newest articles with their excerpts: no body, so nothing that only some may read. */
export async function writeFeed(req: PayloadRequest): Promise<string> {
  const [{ settings }, { articles }] = await Promise.all([
    findSiteShell(req),
    listArticles(req, { limit: feedArticles, isCounted: false }),
  ])
  const feed = new Feed({
    title: settings.name,
    description: settings.description || settings.tagline || settings.name,
    id: `${env.SITE_URL}/`,
    link: `${env.SITE_URL}/`,
    language: defaultLocale,
    copyright: settings.name,
    updated: articles[0]?.publishedAt ? new Date(articles[0].publishedAt) : undefined,
    feedLinks: { rss: `${env.SITE_URL}${feedPath}` },
  })
  for (const article of articles) {
    const link = `${env.SITE_URL}${articlePath(article)}`
    feed.addItem({
      title: withoutControls(article.title),
      id: link,
      link,
      description: article.excerpt ? withoutControls(article.excerpt) : undefined,
      date: new Date(article.publishedAt ?? article.updatedAt),
      author: populatedAll(article.authors).map((author) => ({
        name: author.name,
        link: `${env.SITE_URL}${authorPath(author)}`,
      })),
      category: populatedAll(article.categories).map(({ name }) => ({ name })),
    })
  }
  return feed.rss2()
}

/** XML has no room for control characters, not even escaped. */
function withoutControls(text: string): string {
  return [...text].filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t').join('')
}
