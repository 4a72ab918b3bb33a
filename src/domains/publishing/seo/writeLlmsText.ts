/** `llms.txt`: the site for readers that are programs, in Markdown. Source: llmstxt.org. */
import type { PayloadRequest } from 'payload'
import { feedAddress } from '../feeds/feedAddress'
import { findSiteShell } from '../findSiteShell'
import { type ArticleSummary, listArticles } from '../listArticles'
import { listCategories } from '../listCategories'
import { articlePath, categoryPath } from '../paths'
import { sitemapIndexPath } from '../sitemaps/readSitemap'
import { absoluteUrl } from './absoluteUrl'

const featuredArticles = 10
const newestArticles = 40

/** Titles and excerpts alone, so nothing that only some may read. */
export async function writeLlmsText(req: PayloadRequest): Promise<string> {
  const [{ settings }, categories, featured, newest] = await Promise.all([
    findSiteShell(req),
    listCategories(req),
    listArticles(req, { isFeatured: true, limit: featuredArticles, isCounted: false }),
    listArticles(req, { limit: newestArticles, isCounted: false }),
  ])
  const shown = new Set(featured.articles.map(({ id }) => id))
  const parts = [
    `# ${oneLine(settings.name)}`,
    settings.tagline && `> ${oneLine(settings.tagline)}`,
    settings.description && oneLine(settings.description),
    'Articles marked “members” or “subscribers” show their first part to everybody.',
    section(
      'Sections',
      categories.map(({ name, slug, description }) => link(name, categoryPath({ slug }), description)),
    ),
    section('Featured', featured.articles.map(articleLine)),
    section('Newest', newest.articles.filter(({ id }) => !shown.has(id)).map(articleLine)),
    section('Feeds and interfaces', [
      link('RSS', feedAddress('/', 'rss'), 'the newest articles; every section, tag and author has its own'),
      link('Atom', feedAddress('/', 'atom'), null),
      link('JSON Feed', feedAddress('/', 'json'), null),
      link('Sitemap', sitemapIndexPath, 'every public address'),
      link('Articles as JSON', '/api/content?limit=10&depth=1&sort=-publishedAt', 'the REST interface'),
    ]),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? `## ${title}\n\n${lines.join('\n')}` : ''
}

const audiences = { public: '', members: ' (members)', paid: ' (subscribers)' }

function articleLine(article: ArticleSummary): string {
  return `${link(article.title, articlePath(article), article.excerpt)}${audiences[article.audience]}`
}

function link(words: string, path: string, about: string | null | undefined): string {
  const label = oneLine(words).replace(/[[\]\\]/g, '\\$&')
  return `- [${label}](${absoluteUrl(path)})${about ? `: ${oneLine(about)}` : ''}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
