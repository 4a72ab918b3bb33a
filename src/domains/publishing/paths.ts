/** Addresses of the site's pages. Every link to one is made here. */

/** The language that has no prefix in its addresses. */
export const defaultLocale = 'en'

interface Localised {
  slug?: string | null
  locale?: string | null
}

export function articlePath({ slug, locale }: Localised): string {
  return `${localePrefix(locale)}/articles/${encodeURIComponent(slug ?? '')}`
}

/** The page `home` is the site's first page. */
export function pagePath({ slug, locale }: Localised): string {
  if (slug === 'home') return localePrefix(locale) || '/'
  return `${localePrefix(locale)}/${encodeURIComponent(slug ?? '')}`
}

export function categoryPath({ slug }: { slug?: string | null }): string {
  return `/categories/${encodeURIComponent(slug ?? '')}`
}

export function tagPath({ slug }: { slug?: string | null }): string {
  return `/tags/${encodeURIComponent(slug ?? '')}`
}

export function authorPath({ username }: { username?: string | null }): string {
  return `/authors/${encodeURIComponent(username ?? '')}`
}

/** `month` counts from 1. */
export function archivePath(year?: number, month?: number): string {
  if (year === undefined) return '/archive'
  return month === undefined ? `/archive/${year}` : `/archive/${year}/${String(month).padStart(2, '0')}`
}

/** The page of the search, or its results. */
export function searchPath(query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length === 0 ? '/search' : `/search?${new URLSearchParams(given)}`
}

/** Path of a document of one of the collections that have pages, `null` for the others. */
export function documentPath(collection: string, doc: Localised): string | null {
  switch (collection) {
    case 'content':
      return articlePath(doc)
    case 'pages':
      return pagePath(doc)
    case 'categories':
      return categoryPath(doc)
    case 'tags':
      return tagPath(doc)
    default:
      return null
  }
}

function localePrefix(locale: string | null | undefined): string {
  return locale && locale !== defaultLocale ? `/${locale}` : ''
}

/** The feed of all articles. */
export const feedPath = '/feed.xml'
