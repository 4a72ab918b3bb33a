/** Footnotes, and whatever else must fit the small editor: paragraphs, lists, links and plain formats. */
import type { Element } from 'hast'
import type { Context, Piece } from './context'
import { attribute, lineOf } from './context'
import { convertBlocks } from './fromHast'
import { inlinePiece } from './inline'
import {
  body,
  inlineBlock,
  type LexicalBody,
  type LexicalNode,
  linebreak,
  link,
  type PendingUpload,
  paragraph,
  text,
  textFormat,
} from './nodes'

export function convertNote(node: Element, context: Context): Piece[] {
  const label = attribute(node, 'dataId') ?? ''
  const content = context.document.notes.get(label)
  if (!content) {
    context.document.report('FOOTNOTE_MISSING', `Footnote “${label}” has no text.`, lineOf(node))
    return []
  }
  const openNotes = context.openNotes ?? []
  if (openNotes.includes(label)) return []
  const inner = { ...context, format: 0, href: undefined, openNotes: [...openNotes, label] }
  const blocks = convertBlocks(content, inner)
  return [
    inlinePiece(inlineBlock(context.document.nextId(), 'footnote', { note: noteBody(blocks, context) })),
  ]
}

export function noteBody(blocks: LexicalNode[], context: Context): LexicalBody {
  return body(blocks.flatMap((block) => simplified(block, context)))
}

const simpleTypes = new Set(['paragraph', 'list', 'listitem', 'text', 'linebreak', 'tab', 'link', 'autolink'])

/** Whether the small editor can hold the blocks without loss. */
export function fitsNote(blocks: LexicalNode[]): boolean {
  return blocks.every((block) => simpleTypes.has(block.type) && fitsNote(block.children ?? []))
}

function simplified(node: LexicalNode, context: Context): LexicalNode[] {
  if (simpleTypes.has(node.type)) {
    return [
      {
        ...node,
        ...(node.children ? { children: node.children.flatMap((child) => simplified(child, context)) } : {}),
      },
    ]
  }
  switch (node.type) {
    case 'heading':
      return [paragraph(bold(node.children ?? []))]
    case 'table':
      return (node.children ?? []).map((row) => paragraph(rowOf(row, context)))
    case 'block':
      return blockAsParagraphs(node, context)
    case 'upload':
      return [paragraph([uploadLink(node, context)])]
    case 'horizontalrule':
    case 'inlineBlock':
      return []
    default:
      return (node.children ?? []).every((child) => child.type === 'text' || child.type === 'link')
        ? [paragraph(node.children ?? [])]
        : (node.children ?? []).flatMap((child) => simplified(child, context))
  }
}

function bold(nodes: LexicalNode[]): LexicalNode[] {
  return nodes
    .filter((node) => node.type !== 'inlineBlock')
    .map((node) => (node.type === 'text' ? { ...node, format: Number(node.format) | textFormat.bold } : node))
}

function rowOf(row: LexicalNode, context: Context): LexicalNode[] {
  return (row.children ?? []).flatMap((cell, index) => {
    const words = (cell.children ?? [])
      .flatMap((block) => simplified(block, context))
      .flatMap((block) => block.children ?? [])
    return index === 0 ? words : [text(' | '), ...words]
  })
}

function blockAsParagraphs({ fields = {} }: LexicalNode, context: Context): LexicalNode[] {
  if (typeof fields.code === 'string') {
    const lines = fields.code.split('\n')
    return [
      paragraph(
        lines.flatMap((line, index) => [...(index ? [linebreak()] : []), text(line, textFormat.code)]),
      ),
    ]
  }
  if (typeof fields.url === 'string') {
    const words = typeof fields.title === 'string' ? fields.title : fields.url
    return [paragraph([link(context.document.nextId(), fields.url, [text(words)])])]
  }
  const content = fields.content as LexicalBody | undefined
  return content?.root.children ?? []
}

function uploadLink(node: LexicalNode, { document }: Context): LexicalNode {
  const { src, alt } = node.value as PendingUpload
  return link(document.nextId(), src, [text(alt || src)])
}
