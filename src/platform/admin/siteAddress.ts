/** The language that has no prefix in its addresses; `paths` of the publishing domain says the same. */
const plainLocale = 'en'

/** The path that a slug makes of a pattern such as `/articles/…`; the page `home` is the first one. */
export function siteAddress(pattern: string, slug: string, locale?: string | null): string {
  const prefix = locale && locale !== plainLocale ? `/${locale}` : ''
  if (pattern === '/…' && slug === 'home') return prefix || '/'
  return `${prefix}${pattern.replace('…', slug)}`
}
