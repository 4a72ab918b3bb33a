import type { Element } from 'hast'
import { leadAnchor, namedAnchor } from './anchors'
import type { Context } from './context'
import { attribute, isElement } from './context'
import { childBlocks, convertBlocks } from './fromHast'
import { trimInline } from './inline'
import { type LexicalNode, type ListType, linebreak, list, listItem, paragraph, textFormat } from './nodes'

export function convertList(node: Element, context: Context, indent = 0): LexicalNode {
  const start = node.tagName === 'ol' ? Number(attribute(node, 'start') ?? 1) || 1 : 1
  const rows = node.children.filter(isElement)
  const listType = listTypeOf(node, rows)
  const items: LexicalNode[] = []
  let value = start
  for (const row of rows) {
    const isNestedList = row.tagName === 'ul' || row.tagName === 'ol'
    const made = isNestedList
      ? [listItem(value, indent, [convertList(row, deeper(context), indent + 1)])]
      : itemsOf(row, context, { value, indent, listType })
    items.push(...made)
    if (!isNestedList) value += 1
  }
  const anchor = namedAnchor(attribute(node, 'id'), context)
  const [first] = items
  if (anchor && first) first.children = [anchor, ...(first.children ?? [])]
  return list(listType, start, items)
}

function deeper(context: Context): Context {
  return { ...context, depth: context.depth + 1 }
}

function listTypeOf(node: Element, rows: Element[]): ListType {
  if (node.tagName === 'ol') return 'number'
  return rows.length > 0 && rows.some((row) => checkbox(row)) ? 'check' : 'bullet'
}

function checkbox(row: Element): Element | undefined {
  for (const child of row.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'input' && attribute(child, 'type') === 'checkbox') return child
    if (child.tagName === 'p') return checkbox(child)
    return undefined
  }
  return undefined
}

type Position = { value: number; indent: number; listType: ListType }

/**
 * The editor keeps a nested list in an item of its own, without a marker; what follows the nested list in the
 * source stays with it there, so that no second marker appears. Paragraphs of an item are parted by line breaks,
 * because the editor would join them otherwise.
 */
function itemsOf(row: Element, context: Context, { value, indent, listType }: Position): LexicalNode[] {
  const anchor = leadAnchor(row, context)
  const checked = listType === 'check' ? attribute(checkbox(row) ?? row, 'checked') !== undefined : undefined
  const first = listItem(value, indent, anchor ? [anchor] : [], checked)
  const items = [first]
  let current = first
  for (const block of blocksOf(row, context, indent)) {
    if (block.type === 'list') {
      current = listItem(value + 1, indent, [block])
      items.push(current)
    } else current.children = appendBlock(current.children ?? [], block)
  }
  return items
}

function blocksOf(row: Element, context: Context, indent: number): LexicalNode[] {
  const inner = { ...context, depth: context.depth + 1 }
  return row.children.length === 0
    ? []
    : splitLists(row).flatMap((part) =>
        part.list ? [convertList(part.list, inner, indent + 1)] : convertBlocks(part.nodes, inner),
      )
}

type Part = { list?: Element; nodes: Element['children'] }

function splitLists(row: Element): Part[] {
  const parts: Part[] = []
  for (const child of row.children) {
    const last = parts.at(-1)
    if (isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol'))
      parts.push({ list: child, nodes: [] })
    else if (last && !last.list) last.nodes.push(child)
    else parts.push({ nodes: [child] })
  }
  return parts
}

function appendBlock(children: LexicalNode[], block: LexicalNode): LexicalNode[] {
  if (block.type !== 'paragraph') return [...children, block]
  const last = children.at(-1)
  const isAnchorOnly = children.length === 1 && last?.type === 'inlineBlock'
  const needsBreak = last !== undefined && !isAnchorOnly && last.type !== 'block' && last.type !== 'upload'
  return [...children, ...(needsBreak ? [linebreak(), linebreak()] : []), ...(block.children ?? [])]
}

/** A term in bold, its definitions under it: the editor has no definition lists. */
export function convertDefinitions(node: Element, context: Context): LexicalNode[] {
  return node.children.filter(isElement).flatMap((child): LexicalNode[] => {
    if (child.tagName === 'div') return convertDefinitions(child, context)
    const blocks = childBlocks(
      child,
      child.tagName === 'dt' ? { ...context, format: context.format | textFormat.bold } : context,
    )
    const anchor = leadAnchor(child, context)
    const first = blocks[0]
    if (!anchor || first?.type !== 'paragraph') return blocks
    return [paragraph([anchor, ...trimInline(first.children ?? [])]), ...blocks.slice(1)]
  })
}
