import { createHash } from 'node:crypto'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { LexicalNode } from './nodes'

/** What a conversion carries from node to node. */
export type Context = {
  document: ConversionState
  format: number
  /** Address of the link that surrounds block content (`<a><h3>…</h3></a>`). */
  href?: string
  depth: number
  /** Labels of the footnotes that are being converted: one inside of itself would never end. */
  openNotes?: string[]
  preformatted?: boolean
}

/** What a whole document shares while it is converted. */
export type ConversionState = {
  nextId: () => string
  notes: Map<string, HastContent[]>
  /** Fragments that some document of the source links to: only these get an anchor. */
  wantedFragments: ReadonlySet<string>
  usedAnchors: Set<string>
  /** The id our own site gives to a heading of this text. */
  siteHeadingId: (text: string) => string
  report: (code: string, message: string, line?: number) => void
  nodes: number
}

export type HastContent = RootContent | ElementContent | Root

export type Piece = { node: LexicalNode; isBlock: boolean }

/** Ids that a second import of the same document makes again, so that nothing differs. */
export function stableIds(seed: string): () => string {
  const prefix = createHash('sha256').update(seed).digest('hex').slice(0, 18)
  let count = 0
  return () => prefix + (count++).toString(16).padStart(6, '0')
}

export function isElement(node: HastContent): node is Element {
  return node.type === 'element'
}

export function attribute(node: Element, name: string): string | undefined {
  const value = node.properties?.[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null || value === false ? undefined : String(value)
}

export function classNames(node: Element): string[] {
  const value: unknown = node.properties?.className
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/) : []
}

export function lineOf(node: HastContent): number | undefined {
  return node.position?.start.line
}

export function textContent(node: HastContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textContent).join('') : ''
}
