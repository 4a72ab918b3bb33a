/** Puts metadata and body together into the fields of an article. No database here. */

import { cleanLine } from '@/src/platform/cleanText'
import type { LexicalBody } from '../lexical/nodes'
import type { NeutralDocument } from '../neutral'

export type StatusRule = 'source' | 'publish' | 'draft'

const limits = { title: 300, excerpt: 1000 }

export function titleOf({ title, heading, lead, slug }: NeutralDocument): string {
  const stated = spaced(title) || spaced(heading)
  const words = stated || (/^\d+$/.test(slug) ? firstWords(lead) : slug.replace(/[-_.]+/g, ' '))
  return words.slice(0, limits.title) || 'Untitled'
}

function spaced(words = ''): string {
  return cleanLine(words.replace(/\s+/g, ' ')).trim()
}

const firstWordCount = 8

/** For a document that its author gave neither a title nor an address but a number. */
function firstWords(lead: string): string {
  const words = lead.split(/\s+/)
  return words.slice(0, firstWordCount).join(' ') + (words.length > firstWordCount ? ' …' : '')
}

/** A level-one heading at the top that says the title again is left out: the page shows the title above the body. */
export function withoutTitle(document: NeutralDocument): LexicalBody {
  const { root } = document.body
  if (!document.heading || (document.title && !isSame(document.title, document.heading))) return document.body
  return { root: { ...root, children: (root.children ?? []).slice(1) } }
}

function isSame(a: string, b: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return plain(a) === plain(b)
}

export function excerptOf({ excerpt, lead }: NeutralDocument): string | undefined {
  const words = spaced(excerpt) || lead
  return words.slice(0, limits.excerpt) || undefined
}

/**
 * Drafts stay drafts, unless the person who imports says otherwise. What is dated in the future waits as one in any
 * case: readers see no date that has not come.
 */
export function statusOf(
  { draft, publishedAt }: Pick<NeutralDocument, 'draft' | 'publishedAt'>,
  rule: StatusRule,
  now: Date,
): 'draft' | 'published' {
  const isDraft = rule === 'draft' || (draft && rule !== 'publish')
  return isDraft || isAhead(publishedAt, now) ? 'draft' : 'published'
}

/** Whether it would be published if its moment had come. */
export function waitsForItsDate(
  document: Pick<NeutralDocument, 'draft' | 'publishedAt'>,
  rule: StatusRule,
  now: Date,
): boolean {
  return isAhead(document.publishedAt, now) && statusOf({ draft: document.draft }, rule, now) === 'published'
}

function isAhead(publishedAt: string | undefined, now: Date): boolean {
  return publishedAt !== undefined && publishedAt > now.toISOString()
}

const inheritedCategories = 3

/**
 * A document's own categories, or, where it has none, the ones that most of its tags belong to: three at the most, the
 * most frequent first, so that a digest that touches twenty topics is not filed under everything.
 */
export function categoriesOf(own: string[], ofTags: string[][]): string[] {
  if (own.length > 0) return own
  const counts = new Map<string, number>()
  for (const category of ofTags.flat()) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, inheritedCategories)
    .map(([category]) => category)
}

/** Text that Postgres takes: no NUL and no half of a character. */
export function storable<Value>(value: Value): Value {
  const json = JSON.stringify(value)
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return value
  return JSON.parse(json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1')) as Value
}
