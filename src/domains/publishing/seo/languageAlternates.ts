import { defaultLocale } from '../paths'
import type { Translation } from './findTranslations'

/** What the head names for each language, `x-default` being the site's own or else the first. */
export function languageAlternates(translations: Translation[]): Record<string, string> | undefined {
  const [first] = translations
  if (!first) return undefined
  const fallback = translations.find(({ locale }) => locale === defaultLocale) ?? first
  return {
    ...Object.fromEntries(translations.map(({ locale, path }) => [locale, path])),
    'x-default': fallback.path,
  }
}
