/** The words of a query as a reader types it: `"phrase words"`, `-not`, `or`. */

export interface AskedWord {
  text: string
  /** Where it begins in the query. */
  at: number
  isExcluded: boolean
}

const wordPattern = /-?[\p{L}\p{N}]+/gu
const excludedEnd = /(^|[\s"(])-[^\s"]*$|-"[^"]*$/

export function wordsOf(query: string): AskedWord[] {
  return [...query.matchAll(wordPattern)]
    .map(({ 0: found, index }) => {
      const isExcluded = found.startsWith('-') && isAtStart(query, index)
      const text = found.replace(/^-/, '')
      return { text, at: index + found.length - text.length, isExcluded }
    })
    .filter(({ text }) => text.toLowerCase() !== 'or')
}

/** The words that must be there, without quotes and exclusions; `or` stays what it is. */
export function withoutOperators(query: string): string {
  return query
    .replace(/(^|[\s(])-"[^"]*("|$)/g, '$1')
    .replace(/(^|[\s"(])-[^\s"]+/g, '$1')
    .replaceAll('"', ' ')
}

/** A dash between spaces is punctuation, as in a title: it excludes nothing. */
export function withoutLoneDashes(query: string): string {
  return query.replace(/(^|\s)-+(?=\s|$)/g, '$1')
}

/** An `or` at the end has nothing yet to give a choice with. */
export function withoutLastOr(query: string): string {
  return query.replace(/(^|\s)or[\s("]*$/i, '$1')
}

/** The word at the very end, unless it is excluded or no word. One letter is enough in a phrase that is still open. */
export function lastWordOf(query: string): string | undefined {
  if (excludedEnd.test(query)) return undefined
  const isQuoted = (query.split('"').length - 1) % 2 === 1
  if (isQuoted) return /[\s("]([\p{L}\p{N}]+)$/u.exec(query)?.[1]
  const word = /(?:^|[\s(])([\p{L}\p{N}]{2,})$/u.exec(query)?.[1]
  return word?.toLowerCase() === 'or' ? undefined : word
}

function isAtStart(query: string, index: number): boolean {
  return index === 0 || /[\s"(]/.test(query[index - 1] ?? '')
}
