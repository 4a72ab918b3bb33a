import transliterate from '@sindresorhus/slugify'

/** Text as a segment of an address: transliterated, lower case, hyphenated. Empty when nothing is left. */
export function slugify(text: string): string {
  return transliterate(text)
}
