import { defaultLocale } from './paths'

/** First segments that are the site's own, whatever language has such a tag. */
const ownSegments = new Set(['api', 'tags'])
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** The language of the document at `path`: its prefix, where that is the tag of a known language. */
export function localeOfPath(path: string): string {
  const [first = ''] = path.split('/').filter(Boolean)
  if (ownSegments.has(first) || !/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(first)) return defaultLocale
  return languageNames.of(first) ? first : defaultLocale
}
