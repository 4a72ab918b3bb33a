import type { Element } from 'hast'
import type { Context, Piece } from './context'
import { attribute, lineOf } from './context'
import { inlinePiece } from './inline'
import { link, text, upload } from './nodes'

/** A picture of the source's own becomes an upload; one on another server becomes a link to it. */
export function imagePiece(node: Element, context: Context, caption?: string): Piece[] {
  const src = attribute(node, 'src') ?? attribute(node, 'dataSrc') ?? ''
  const alt = (attribute(node, 'alt') ?? '').trim()
  if (src === '' || /^data:/i.test(src)) {
    context.document.report('IMAGE_WITHOUT_FILE', 'A picture without a file was left out.', lineOf(node))
    return []
  }
  const words = caption ?? attribute(node, 'title')
  const fields = words?.trim() ? { caption: words.trim() } : {}
  return [inlinePiece(upload(context.document.nextId(), { pending: true, src, alt }, fields))]
}

/** What stands in for a picture whose file is not here. */
export function imageLink(id: string, src: string, alt: string) {
  return link(id, src, [text(alt || src)])
}
