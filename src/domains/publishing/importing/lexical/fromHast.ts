/** Turns an HTML tree (hast) into Lexical nodes. The one converter for every reader, Markdown's included. */
import type { Element, Root } from 'hast'
import { DocumentError } from '../neutral'
import { convertBlock } from './blocks'
import type { Context, ConversionState, HastContent, Piece } from './context'
import { isElement } from './context'
import { convertInline, isBlockElement, trimInline, wrapInLink } from './inline'
import { body, type LexicalBody, type LexicalNode, paragraph } from './nodes'

/** Deeper than any text a person wrote, shallower than what overflows a stack. */
const depthLimit = 120
/** Paragraphs, items and cells: about 20 MB of stored JSON, more than an editor in a browser can open. */
const nodeLimit = 40_000

export function fromHast(tree: Root, document: ConversionState): LexicalBody {
  return body(convertBlocks(tree.children, { document, format: 0, depth: 0 }))
}

/** Block content: runs of inline nodes become paragraphs, and what is a block stands alone. */
export function convertBlocks(nodes: HastContent[], context: Context): LexicalNode[] {
  assertWithinLimits(context)
  const inner = { ...context, depth: context.depth + 1 }
  const blocks: LexicalNode[] = []
  let run: HastContent[] = []
  const endRun = () => {
    if (run.length > 0) blocks.push(...paragraphsOf(run, inner))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'root') run.push(...node.children)
    else if (isElement(node) && isBlockElement(node)) {
      endRun()
      blocks.push(...convertBlock(node, inner))
    } else run.push(node)
  }
  endRun()
  return blocks
}

/** Splits a run of inline nodes at the pictures and embeds in it, which are blocks to the editor. */
export function paragraphsOf(nodes: HastContent[], context: Context): LexicalNode[] {
  return splitAtBlocks(piecesOf(nodes, context), paragraph)
}

export function piecesOf(nodes: HastContent[], context: Context): Piece[] {
  const pieces = convertInline(nodes, context)
  return context.href ? wrapInLink(pieces, context.href, context) : pieces
}

export function splitAtBlocks(
  pieces: Piece[],
  wrap: (children: LexicalNode[]) => LexicalNode,
): LexicalNode[] {
  const result: LexicalNode[] = []
  let inline: LexicalNode[] = []
  const endParagraph = () => {
    const children = trimInline(inline)
    if (children.length > 0) result.push(wrap(children))
    inline = []
  }
  for (const piece of pieces) {
    if (!piece.isBlock) inline.push(piece.node)
    else {
      endParagraph()
      result.push(piece.node)
    }
  }
  endParagraph()
  return result
}

export function childBlocks(node: Element, context: Context): LexicalNode[] {
  return convertBlocks(node.children, context)
}

function assertWithinLimits(context: Context): void {
  if (context.depth > depthLimit) {
    throw new DocumentError('NESTED_TOO_DEEPLY', `Nested more than ${depthLimit} levels deep.`)
  }
  context.document.nodes += 1
  if (context.document.nodes > nodeLimit) {
    throw new DocumentError('BODY_TOO_LARGE', `More than ${nodeLimit.toLocaleString('en')} parts: split it.`)
  }
}
