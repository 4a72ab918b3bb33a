import { plainText, type RichText, rootNodes } from './editor/richText'

/** Words a minute of silent reading. Source: Brysbaert 2019, "How many words do we read per minute?" (238). */
const wordsPerMinute = 238

/** Minutes it takes to read `body`, at least one. */
export function readingMinutes(body: RichText | null | undefined): number {
  return minutesOfWords(countWords(body))
}

export function countWords(body: RichText | null | undefined): number {
  const text = plainText(rootNodes(body))
  return text === '' ? 0 : text.split(' ').length
}

export function minutesOfWords(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}
