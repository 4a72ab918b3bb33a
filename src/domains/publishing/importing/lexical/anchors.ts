/** In-page link targets: kept where the source names one, added where another document points. */

import GithubSlugger from 'github-slugger'
import type { Element } from 'hast'
import type { Context } from './context'
import { attribute, isElement, textContent } from './context'
import { inlineBlock, type LexicalNode } from './nodes'

/** An anchor for an id that the source states, once a document. */
export function namedAnchor(name: string | undefined, { document }: Context): LexicalNode | undefined {
  if (!name || document.usedAnchors.has(name)) return undefined
  document.usedAnchors.add(name)
  return inlineBlock(document.nextId(), 'anchor', { name })
}

/** The anchor of a heading: its own id, or the id the source derived when someone links to it and ours differs. */
export function headingAnchor(node: Element, context: Context): LexicalNode | undefined {
  const stated = attribute(node, 'id')
  if (stated) return namedAnchor(stated, context)
  const words = textContent(node)
  const { wantedFragments, usedAnchors, siteHeadingId } = context.document
  const own = numbered(siteHeadingId(words), usedAnchors)
  const wanted = candidateIds(words).map((id) => numbered(id, usedAnchors))
  usedAnchors.add(own)
  if (wantedFragments.has(own)) return undefined
  return namedAnchor(
    wanted.find((id) => wantedFragments.has(id)),
    context,
  )
}

/**
 * Some themes let readers link to a paragraph or list item by its bold or linked first words. When a document
 * of the source does, the item gets that anchor.
 */
export function leadAnchor(node: Element, context: Context): LexicalNode | undefined {
  const stated = attribute(node, 'id')
  if (stated) return namedAnchor(stated, context)
  const lead = leadOf(node)
  if (!lead) return undefined
  const { wantedFragments, usedAnchors } = context.document
  const name = candidateIds(textContent(lead)).find((id) => wantedFragments.has(id) && !usedAnchors.has(id))
  return namedAnchor(name, context)
}

function leadOf(node: Element): Element | undefined {
  const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (!first || !isElement(first)) return undefined
  if (first.tagName === 'p') return leadOf(first)
  return ['strong', 'b', 'em', 'a'].includes(first.tagName) ? first : undefined
}

function candidateIds(words: string): string[] {
  const trimmed = words.trim().replace(/[:.?!]+$/, '')
  return [...new Set([githubId(trimmed), kramdownId(trimmed), dashed(trimmed)])].filter((id) => id !== '')
}

/** Source: kramdown's `basic_generate_id`. */
function kramdownId(words: string): string {
  const id = words
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
    .toLowerCase()
  return id === '' ? 'section' : id
}

function githubId(words: string): string {
  return new GithubSlugger().slug(words.trim())
}

/** Source: Jekyll's `slugify`. */
function dashed(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** A second heading of the same words gets `-1`, as every generator does it. */
function numbered(id: string, used: ReadonlySet<string>): string {
  let name = id
  for (let count = 1; used.has(name); count += 1) name = `${id}-${count}`
  return name
}
