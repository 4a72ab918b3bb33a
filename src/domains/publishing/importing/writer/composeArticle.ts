/** Puts metadata and body together into the fields of an article. No database here. */

import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { LexicalBody } from '../lexical/nodes'
import type { NeutralDocument } from '../neutral'

export type StatusRule = 'source' | 'publish' | 'draft'

const limits = { title: 300, excerpt: 1000 }

export function titleOf({ title, heading, slug }: NeutralDocument): string {
  const words = plainWords(title ?? heading ?? '') || slug.replace(/[-_.]+/g, ' ')
  return words.slice(0, limits.title) || 'Untitled'
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
  const words = (excerpt ? plainWords(excerpt) : '') || lead
  return words.slice(0, limits.excerpt) || undefined
}

/** Front matter is often Markdown: its words, without marks. */
export function plainWords(markdown: string): string {
  if (!/[*_`[\]<>\\&]/.test(markdown)) return markdown.replace(/\s+/g, ' ').trim()
  return wordsIn(fromMarkdown(markdown)).replace(/\s+/g, ' ').trim()
}

function wordsIn(node: Nodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(wordsIn).join(node.type === 'root' ? ' ' : '') : ''
}

/** Drafts stay drafts and what is dated in the future waits as one, unless the person who imports says otherwise. */
export function statusOf(
  { draft, publishedAt }: Pick<NeutralDocument, 'draft' | 'publishedAt'>,
  rule: StatusRule,
  now: Date,
): 'draft' | 'published' {
  if (rule === 'draft') return 'draft'
  if (rule === 'publish') return 'published'
  return draft || (publishedAt !== undefined && publishedAt > now.toISOString()) ? 'draft' : 'published'
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
