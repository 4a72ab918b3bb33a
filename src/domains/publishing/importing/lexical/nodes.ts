/** Builders of Lexical JSON as Payload stores it. Nothing here knows where the text came from. */

export type LexicalNode = {
  type: string
  version: number
  children?: LexicalNode[]
  fields?: Record<string, unknown>
  [key: string]: unknown
}

export type LexicalBody = { root: LexicalNode }

/** Bits of a text node's `format`. Source: lexical/LexicalConstants. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
export type ListType = 'bullet' | 'number' | 'check'

/** What an upload node holds until the writer has stored the file and knows its id. */
export type PendingUpload = { pending: true; src: string; alt: string }

const element = { format: '', indent: 0, direction: null, version: 1 } as const

export function body(children: LexicalNode[]): LexicalBody {
  return { root: { ...element, type: 'root', children: children.length > 0 ? children : [paragraph([])] } }
}

export function text(value: string, format = 0): LexicalNode {
  return { type: 'text', version: 1, text: value, format, detail: 0, mode: 'normal', style: '' }
}

export function linebreak(): LexicalNode {
  return { type: 'linebreak', version: 1 }
}

export function paragraph(children: LexicalNode[]): LexicalNode {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children }
}

export function heading(tag: HeadingTag, children: LexicalNode[]): LexicalNode {
  return { ...element, type: 'heading', tag, children }
}

export function quote(children: LexicalNode[]): LexicalNode {
  return { ...element, type: 'quote', children }
}

export function list(listType: ListType, start: number, children: LexicalNode[]): LexicalNode {
  return { ...element, type: 'list', listType, tag: listType === 'number' ? 'ol' : 'ul', start, children }
}

export function listItem(
  value: number,
  indent: number,
  children: LexicalNode[],
  checked?: boolean,
): LexicalNode {
  const item: LexicalNode = { ...element, type: 'listitem', value, indent, children }
  return checked === undefined ? item : { ...item, checked }
}

export function link(id: string, url: string, children: LexicalNode[]): LexicalNode {
  return {
    ...element,
    type: 'link',
    version: 3,
    id,
    fields: { linkType: 'custom', url, newTab: false },
    children,
  }
}

export function horizontalRule(): LexicalNode {
  return { type: 'horizontalrule', version: 1 }
}

export function upload(id: string, value: PendingUpload, fields: Record<string, unknown>): LexicalNode {
  return { type: 'upload', version: 3, format: '', id, relationTo: 'media', value, fields }
}

export function table(rows: LexicalNode[]): LexicalNode {
  return { ...element, type: 'table', children: rows }
}

export function tableRow(cells: LexicalNode[]): LexicalNode {
  return { ...element, type: 'tablerow', children: cells }
}

export type CellShape = { header: 0 | 1 | 2 | 3; colSpan: number; rowSpan: number }

export function tableCell({ header, colSpan, rowSpan }: CellShape, children: LexicalNode[]): LexicalNode {
  return {
    ...element,
    type: 'tablecell',
    headerState: header,
    colSpan,
    rowSpan,
    backgroundColor: null,
    children,
  }
}

export function block(id: string, blockType: string, fields: Record<string, unknown>): LexicalNode {
  return { type: 'block', version: 2, format: '', fields: { id, blockName: '', blockType, ...fields } }
}

export function inlineBlock(id: string, blockType: string, fields: Record<string, unknown>): LexicalNode {
  return { type: 'inlineBlock', version: 1, fields: { id, blockType, ...fields } }
}

const inlineTypes = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock'])

export function isInline(node: LexicalNode): boolean {
  return inlineTypes.has(node.type)
}

/** Calls `visit` on every node, also inside blocks' own rich text (callouts, footnotes, captions). */
export function visitNodes(node: LexicalNode, visit: (node: LexicalNode) => void): void {
  visit(node)
  for (const child of node.children ?? []) visitNodes(child, visit)
  for (const value of Object.values(node.fields ?? {})) {
    if (isBody(value)) visitNodes(value.root, visit)
  }
}

export function isBody(value: unknown): value is LexicalBody {
  return typeof value === 'object' && value !== null && 'root' in value
}

/** The plain words of a node, without notes. */
export function plainText(node: LexicalNode): string {
  if (node.type === 'text') return String(node.text)
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return (node.children ?? [])
    .map(plainText)
    .join(node.type === 'root' || node.type === 'listitem' ? ' ' : '')
}
