/** Languages that are written from right to left, by their tag. Source: CLDR. */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const rightToLeftScript = /-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)/

/** The attributes of an element whose text is in a language. */
export function languageOf(locale: string | null | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (!locale) return {}
  const isRightToLeft =
    rightToLeftScript.test(locale) || (rightToLeft.has(locale.split('-')[0] ?? '') && !/-Latn/.test(locale))
  return { lang: locale, dir: isRightToLeft ? 'rtl' : 'ltr' }
}
