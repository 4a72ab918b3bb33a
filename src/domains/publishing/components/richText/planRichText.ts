/** One walk over a document before it is rendered: what needs to know of the rest, or needs fetching first. */
import GithubSlugger from 'github-slugger'
import { type RichText, type RichTextNode, rootNodes } from '../../editor/richText'

export interface HeadingPlan {
  id: string
  /** 2 to 6: the title of the page is 1, and no level is left out. */
  level: number
  text: string
}

export interface RichTextPlan {
  headings: Map<RichTextNode, HeadingPlan>
  /** Names of anchors outside of headings; a name is used once. */
  anchors: Map<RichTextNode, string>
  /** Footnotes in the order in which they are met, with their numbers from 1. */
  footnotes: Map<RichTextNode, number>
  code: RichTextNode[]
  /** Symbols of quote prices. */
  symbols: string[]
}

export function planRichText(body: RichText | null | undefined): RichTextPlan {
  const plan: RichTextPlan = {
    headings: new Map(),
    anchors: new Map(),
    footnotes: new Map(),
    code: [],
    symbols: [],
  }
  const nodes = rootNodes(body)
  const shift = nodes.some((node) => levelOf(node) === 1) ? 1 : 0
  const state = { plan, shift, lastLevel: 1, usedIds: new Set<string>() }
  visit(nodes, state)
  return plan
}

interface WalkState {
  plan: RichTextPlan
  /** Added to levels where the writer began with h1, which is the page's title. */
  shift: number
  lastLevel: number
  usedIds: Set<string>
}

function visit(nodes: RichTextNode[], state: WalkState): void {
  for (const node of nodes) {
    if (node.type === 'heading') planHeading(node, state)
    if (node.fields?.blockType) planBlock(node, state)
    if (Array.isArray(node.children)) visit(node.children, state)
    const content = node.fields?.content as RichText | undefined
    if (content?.root) visit(rootNodes(content), state)
  }
}

function planHeading(node: RichTextNode, state: WalkState): void {
  const text = headingText(node)
  const level = Math.min(6, state.lastLevel + 1, Math.max(2, levelOf(node) + state.shift))
  state.lastLevel = level
  const [first] = node.children ?? []
  const stated = first?.fields?.blockType === 'anchor' ? String(first.fields.name ?? '') : ''
  const id =
    stated && !state.usedIds.has(stated) ? stated : numbered(new GithubSlugger().slug(text), state.usedIds)
  state.usedIds.add(id)
  state.plan.headings.set(node, { id, level, text })
}

function planBlock(node: RichTextNode, { plan, usedIds }: WalkState): void {
  const { blockType, name, symbol } = node.fields ?? {}
  if (blockType === 'footnote') plan.footnotes.set(node, plan.footnotes.size + 1)
  if (blockType === 'code') plan.code.push(node)
  if (blockType === 'quotePrice' && typeof symbol === 'string') plan.symbols.push(symbol.toUpperCase())
  if (blockType === 'anchor' && typeof name === 'string' && name && !usedIds.has(name)) {
    usedIds.add(name)
    plan.anchors.set(node, name)
  }
}

/** A second heading of the same words gets `-1`, as every Markdown renderer does it. */
function numbered(slug: string, used: ReadonlySet<string>): string {
  const base = slug || 'section'
  let id = base
  for (let count = 1; used.has(id); count += 1) id = `${base}-${count}`
  return id
}

function levelOf(node: RichTextNode): number {
  if (node.type !== 'heading') return 0
  const tag = (node as { tag?: unknown }).tag
  return typeof tag === 'string' && /^h[1-6]$/.test(tag) ? Number(tag[1]) : 2
}

/** The words of a heading, without its footnotes. */
function headingText(node: RichTextNode): string {
  if (typeof node.text === 'string') return node.text
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return (node.children ?? []).map(headingText).join('')
}
