import type { Element } from 'hast'
import type { Context } from './context'
import { attribute, isElement, textContent } from './context'
import { childBlocks } from './fromHast'
import { type LexicalNode, paragraph, table, tableCell, tableRow, textFormat } from './nodes'

export function convertTable(node: Element, context: Context): LexicalNode[] {
  const caption = descendants(node, ['caption'])[0]
  const rows = descendants(node, ['tr'])
  const filled = rows.filter((row, index) => index > 0 || !isEmptyHeader(row))
  const before = caption
    ? childBlocks(caption, { ...context, format: context.format | textFormat.italic })
    : []
  if (filled.length === 0) return before
  return [...before, table(filled.map((row) => convertRow(row, context)))]
}

/** Markdown demands a header; an empty one stands for none. */
function isEmptyHeader(row: Element): boolean {
  const cells = row.children.filter(isElement)
  return cells.every((cell) => cell.tagName === 'th' && textContent(cell).trim() === '' && !hasImage(cell))
}

function hasImage(node: Element): boolean {
  return node.children.some((child) => isElement(child) && (child.tagName === 'img' || hasImage(child)))
}

function convertRow(row: Element, context: Context): LexicalNode {
  const cells = row.children.filter(
    (cell): cell is Element => isElement(cell) && /^t[hd]$/.test(cell.tagName),
  )
  const isHeaderRow = cells.every((cell) => cell.tagName === 'th')
  return tableRow(
    cells.map((cell) => {
      const header = cell.tagName === 'td' ? 0 : isHeaderRow ? 1 : 2
      const blocks = childBlocks(cell, context)
      const shape = { header, colSpan: span(cell, 'colSpan'), rowSpan: span(cell, 'rowSpan') } as const
      return tableCell(shape, blocks.length > 0 ? blocks : [paragraph([])])
    }),
  )
}

const largestSpan = 1000

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, largestSpan) : 1
}

/** Elements of these names that belong to this table and not to one inside of it. */
function descendants(node: Element, names: string[]): Element[] {
  return node.children.filter(isElement).flatMap((child) => {
    if (names.includes(child.tagName)) return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? descendants(child, names) : []
  })
}
