import type { Translation } from '../seo/findTranslations'

interface OtherLanguagesProps {
  translations: Translation[]
  /** Of the document that is shown. */
  locale: string
}

/** The same text in other languages, each named in its own. */
export function OtherLanguages({ translations, locale }: OtherLanguagesProps) {
  const others = translations.filter((translation) => translation.locale !== locale)
  if (others.length === 0) return null
  return (
    <p lang="en" className="mt-4 text-sm text-ink-soft">
      Also in{' '}
      {others.map((other, index) => (
        <span key={other.locale}>
          {index > 0 && ', '}
          <a
            href={other.path}
            hrefLang={other.locale}
            lang={other.locale}
            title={other.title}
            className="font-semibold text-link underline underline-offset-4 hover:no-underline"
          >
            {languageName(other.locale)}
          </a>
        </span>
      ))}
    </p>
  )
}

function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
