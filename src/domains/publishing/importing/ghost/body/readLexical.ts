/** Ghost's Lexical documents as an HTML tree. They share a name with ours and little else. */
import type { ElementContent } from 'hast'
import type { Report } from '../../html/collectIssues'
import { textFormat } from '../../lexical/nodes'
import { DocumentError } from '../../neutral'
import { cards, convertCard } from './cards'
import { type Data, isData, listOf, textOf } from './payload'
import { h, words } from './tree'

const deepest = 100

/** @throws DocumentError LEXICAL_MALFORMED, NESTED_TOO_DEEPLY */
export function readLexical(source: string, report: Report): ElementContent[] {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw new DocumentError(
      'LEXICAL_MALFORMED',
      `Its text is no Lexical document: ${(error as Error).message}`,
    )
  }
  const root = isData(value) && isData(value.root) ? value.root : undefined
  if (!root) throw new DocumentError('LEXICAL_MALFORMED', 'Its text is no Lexical document.')
  return readChildren(root, report, 0)
}

function readChildren(node: Data, report: Report, depth: number): ElementContent[] {
  if (depth > deepest)
    throw new DocumentError('NESTED_TOO_DEEPLY', `Nested more than ${deepest} levels deep.`)
  return listOf(node.children).flatMap((child) => readNode(child, report, depth + 1))
}

function readNode(node: Data, report: Report, depth: number): ElementContent[] {
  const type = textOf(node.type)
  const children = () => readChildren(node, report, depth)
  switch (type) {
    case 'paragraph':
      return [h('p', {}, ...children())]
    case 'heading':
    case 'extended-heading':
      return [h(/^h[1-6]$/.test(textOf(node.tag)) ? textOf(node.tag) : 'h2', {}, ...children())]
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return [h('blockquote', {}, ...children())]
    case 'list':
      return [listOfItems(node, children())]
    case 'listitem':
      return [h('li', {}, ...checkbox(node), ...children())]
    case 'link':
    case 'autolink':
      return [linkOf(node, children())]
    case 'text':
    case 'extended-text':
      return formatted(node)
    case 'linebreak':
      return [h('br', {})]
    case 'tab':
      return [words(' ')]
    case 'zwnj':
    case 'tk':
    case 'at-link-search':
      return type === 'tk' && node.text ? [words(String(node.text))] : []
    case 'at-link':
      return children()
    default:
      return Object.hasOwn(cards, type) || !Array.isArray(node.children)
        ? convertCard(type, node, report)
        : children()
  }
}

/** Ghost keeps a nested list in an item of its own; in HTML it belongs to the item before. */
function listOfItems(node: Data, items: ElementContent[]): ElementContent {
  const merged: ElementContent[] = []
  for (const item of items) {
    const last = merged.at(-1)
    const only = item.type === 'element' && item.children.length === 1 ? item.children[0] : undefined
    const isNested = only?.type === 'element' && (only.tagName === 'ul' || only.tagName === 'ol')
    if (isNested && last?.type === 'element') last.children.push(only)
    else merged.push(item)
  }
  const start = Number(node.start ?? 1)
  return textOf(node.listType) === 'number'
    ? h('ol', start > 1 ? { start } : {}, ...merged)
    : h('ul', {}, ...merged)
}

function checkbox(node: Data): ElementContent[] {
  if (typeof node.checked !== 'boolean') return []
  return [h('input', { type: 'checkbox', ...(node.checked ? { checked: true } : {}) })]
}

function linkOf(node: Data, children: ElementContent[]): ElementContent {
  const target = textOf(node.target)
  const href = textOf(node.url)
  return href ? h('a', { href, ...(target ? { target } : {}) }, ...children) : h('span', {}, ...children)
}

const tags: [number, string][] = [
  [textFormat.code, 'code'],
  [textFormat.bold, 'strong'],
  [textFormat.italic, 'em'],
  [textFormat.strikethrough, 's'],
  [textFormat.underline, 'u'],
  [textFormat.subscript, 'sub'],
  [textFormat.superscript, 'sup'],
]

function formatted(node: Data): ElementContent[] {
  const format = Number(node.format) || 0
  // Spaces between words are the author's: nothing is trimmed here.
  let content: ElementContent = words(typeof node.text === 'string' ? node.text : '')
  for (const [bit, tag] of tags) if (format & bit) content = h(tag, {}, content)
  return [content]
}
