import type { Table, TableRow } from 'mdast'
import type { LexicalNode } from '../../importing/lexical/nodes'
import { inlineToMdast, type Saying } from './inlineToMdast'
import { UnsayableError } from './UnsayableError'

/** A table of plain cells; the first row is its header, or an empty one stands for none. */
export function tableToMdast({ children: rows = [] }: LexicalNode, saying: Saying): Table {
  const [first] = rows
  if (!first || new Set(rows.map(({ children = [] }) => children.length)).size !== 1)
    throw new UnsayableError('a table of uneven rows')
  const hasHeader = (first.children ?? []).every(({ headerState }) => headerState === 1)
  const columns = (first.children ?? []).length
  const empty: TableRow = {
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [] })),
  }
  const said = rows.map((row, index) => rowToMdast(row, hasHeader && index === 0 ? 1 : 0, saying))
  return { type: 'table', children: hasHeader ? said : [empty, ...said] }
}

function rowToMdast({ children = [] }: LexicalNode, header: number, saying: Saying): TableRow {
  return {
    type: 'tableRow',
    children: children.map((cell) => {
      const [only, ...others] = cell.children ?? []
      const isPlain =
        Number(cell.headerState ?? 0) === header && others.length === 0 && only?.type === 'paragraph'
      if (!isPlain || Number(cell.colSpan ?? 1) > 1 || Number(cell.rowSpan ?? 1) > 1)
        throw new UnsayableError('a cell of more than plain text')
      return { type: 'tableCell', children: inlineToMdast(only.children ?? [], saying) }
    }),
  }
}
