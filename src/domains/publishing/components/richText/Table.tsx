import type { ReactNode } from 'react'
import { ScrollRegion } from '@/src/components/ScrollRegion'
import type { RichTextNode } from '../../editor/richText'
import { property, type RichTextContext } from './context'
import { renderNodes } from './renderNodes'

/** Bits of a cell's `headerState`. Source: @lexical/table, TableCellHeaderStates. */
const headerBits = { row: 1, column: 2 }

/** A table that scrolls by itself where the window is too narrow for it. */
export function Table({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const rows = (node.children ?? []).filter(({ type }) => type === 'tablerow')
  const headRows = rows.findIndex((row) => !isHeadRow(row))
  const head = rows.slice(0, headRows === -1 ? 1 : headRows)
  const rest = rows.slice(head.length)
  return (
    <ScrollRegion label="Table" className="table-scroll">
      <table>
        {head.length > 0 && <thead>{head.map((row, index) => renderRow(row, index, context))}</thead>}
        <tbody>{rest.map((row, index) => renderRow(row, index, context))}</tbody>
      </table>
    </ScrollRegion>
  )
}

function isHeadRow({ children = [] }: RichTextNode): boolean {
  return (
    children.length > 0 && children.every((cell) => Number(property(cell, 'headerState')) & headerBits.row)
  )
}

function renderRow({ children = [] }: RichTextNode, key: number, context: RichTextContext): ReactNode {
  return <tr key={key}>{children.map((cell, index) => renderCell(cell, index, context))}</tr>
}

function renderCell(cell: RichTextNode, key: number, context: RichTextContext): ReactNode {
  const header = Number(property(cell, 'headerState') ?? 0)
  const span = { colSpan: spanOf(cell, 'colSpan'), rowSpan: spanOf(cell, 'rowSpan') }
  const content = renderNodes(unwrapped(cell), context)
  if (!header) {
    return (
      <td key={key} {...span}>
        {content}
      </td>
    )
  }
  return (
    <th key={key} scope={header & headerBits.row ? 'col' : 'row'} {...span}>
      {content}
    </th>
  )
}

function spanOf(cell: RichTextNode, name: 'colSpan' | 'rowSpan'): number | undefined {
  const span = Number(property(cell, name) ?? 1)
  return span > 1 && span <= 1000 ? span : undefined
}

/** A cell of one paragraph needs no paragraph. */
function unwrapped({ children = [] }: RichTextNode): RichTextNode[] {
  const [only] = children
  return children.length === 1 && only?.type === 'paragraph' ? (only.children ?? []) : children
}
