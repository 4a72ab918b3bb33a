import { searchPath } from '../../paths'
import type { Topic } from '../../search/findTopics'
import type { FoundArticle, SearchResult } from '../../search/searchArticles'
import type { Found } from './useFoundAsTyped'

export type PaletteEntry =
  | { kind: 'topic'; href: string; topic: Topic }
  | { kind: 'article'; href: string; article: FoundArticle }
  | { kind: 'all'; href: string; label: string }

/** Topics of that name, the best articles, and the way to all of them. */
export function paletteEntries(words: string, found: Found): PaletteEntry[] {
  if (words.length < 2 || !('result' in found) || !found.result) return []
  const { topics, docs, correctedQuery } = found.result
  if (topics.length + docs.length === 0) return []
  return [
    ...topics.map((topic) => ({ kind: 'topic' as const, href: topic.path, topic })),
    ...docs.map((article) => ({ kind: 'article' as const, href: article.path, article })),
    {
      kind: 'all' as const,
      href: searchPath({ q: correctedQuery ?? words }),
      label: `All results for “${correctedQuery ?? words}”`,
    },
  ]
}

/** Said to those who do not see the list, and shown where there is none. */
export function sentenceOf(words: string, found: Found): string {
  switch (found.state) {
    case 'idle':
      return words === '' ? 'Type what you are looking for.' : 'Go on typing …'
    case 'loading':
      return 'Searching …'
    case 'failed':
      return 'The search does not answer just now. Try again in a moment.'
    case 'done':
      return resultSentence(words, found.result)
  }
}

function resultSentence(
  words: string,
  { totalDocs, isTotalExact, topics, correctedQuery }: SearchResult,
): string {
  if (totalDocs + topics.length === 0) return `Nothing was found for “${words}”. Try fewer or other words.`
  const count = `${isTotalExact ? '' : 'More than '}${isTotalExact ? totalDocs : 1000} articles.`
  return correctedQuery ? `Nothing has “${words}”. For “${correctedQuery}” there are ${count}` : count
}
