/** Sitemaps as XML. Source: sitemaps.org/protocol.html, Google's extensions for images, news and languages. */
import { absoluteUrl } from '../seo/absoluteUrl'
import { element, textElement } from './writeXml'

export interface SitemapEntry {
  path: string
  changedAt?: Date
  /** Addresses of its pictures. */
  images?: string[]
  /** Its versions in all languages, itself included; none where there is only one. */
  languages?: { locale: string; path: string }[]
  news?: { title: string; locale: string; publishedAt: Date }
}

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}
const newsNamespaces = {
  xmlns: namespaces.xmlns,
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
}

/** @param publication name of the site, for a sitemap of news. */
export function writeSitemap(
  entries: SitemapEntry[],
  { publication }: { publication?: string } = {},
): string {
  const urls = entries.map((entry) => urlElement(entry, publication)).join('\n')
  return documentOf(element('urlset', publication === undefined ? namespaces : newsNamespaces, `\n${urls}\n`))
}

export function writeSitemapIndex(sitemaps: { path: string; changedAt?: Date }[]): string {
  const listed = sitemaps
    .map(({ path, changedAt }) => element('sitemap', {}, `${locElement(path)}${lastmodElement(changedAt)}`))
    .join('\n')
  return documentOf(element('sitemapindex', { xmlns: namespaces.xmlns }, `\n${listed}\n`))
}

function documentOf(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function urlElement({ path, changedAt, images = [], languages = [], news }: SitemapEntry, publication = '') {
  const parts = [
    locElement(path),
    lastmodElement(changedAt),
    ...languages.map(({ locale, path: other }) =>
      element('xhtml:link', { rel: 'alternate', hreflang: locale, href: absoluteUrl(other) }),
    ),
    ...images.map((url) => element('image:image', {}, textElement('image:loc', absoluteUrl(url)))),
    news ? newsElement(news, publication) : '',
  ]
  return element('url', {}, parts.join(''))
}

function newsElement({ title, locale, publishedAt }: NonNullable<SitemapEntry['news']>, publication: string) {
  const name = textElement('news:name', publication) + textElement('news:language', languageOf(locale))
  return element(
    'news:news',
    {},
    element('news:publication', {}, name) +
      textElement('news:publication_date', publishedAt.toISOString()) +
      textElement('news:title', title),
  )
}

/** Two or three letters, but for the two Chinese ones. Source: Google, "Create a news sitemap". */
function languageOf(locale: string): string {
  if (/^zh/i.test(locale)) return /hant|tw|hk|mo/i.test(locale) ? 'zh-tw' : 'zh-cn'
  return locale.split('-')[0] ?? locale
}

function locElement(path: string): string {
  return textElement('loc', absoluteUrl(path))
}

function lastmodElement(changedAt: Date | undefined): string {
  return changedAt ? textElement('lastmod', changedAt.toISOString()) : ''
}
