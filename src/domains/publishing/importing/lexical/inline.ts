import type { Element } from 'hast'
import { namedAnchor } from './anchors'
import type { Context, HastContent, Piece } from './context'
import { attribute, isElement, lineOf } from './context'
import { embedOf } from './embeds'
import { imagePiece } from './images'
import { isInline, type LexicalNode, linebreak, link, plainText, text, textFormat } from './nodes'
import { convertNote } from './notes'
import { safeAddress } from './safeAddress'

const formats: Record<string, number> = {
  strong: textFormat.bold,
  b: textFormat.bold,
  em: textFormat.italic,
  i: textFormat.italic,
  cite: textFormat.italic,
  dfn: textFormat.italic,
  var: textFormat.italic,
  del: textFormat.strikethrough,
  s: textFormat.strikethrough,
  strike: textFormat.strikethrough,
  u: textFormat.underline,
  ins: textFormat.underline,
  code: textFormat.code,
  kbd: textFormat.code,
  samp: textFormat.code,
  tt: textFormat.code,
  sub: textFormat.subscript,
  sup: textFormat.superscript,
}

const blockElements = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote table thead tbody tfoot tr td th caption hr div section article header footer main aside nav figure figcaption details summary iframe video audio object embed center address fieldset form x-callout x-gallery x-embed x-quote-price x-newsletter x-paywall x-picture x-blank x-block'.split(
    ' ',
  ),
)

/** What never carries text of the author's. Forms are gone as well, since nothing here could receive them. */
export const droppedElements = new Set(
  'script style noscript template head title meta link base input button select textarea option canvas svg math param source track area map dialog slot'.split(
    ' ',
  ),
)

export function isBlockElement(node: Element): boolean {
  if (blockElements.has(node.tagName)) return true
  if (droppedElements.has(node.tagName)) return false
  return node.children.some((child) => isElement(child) && isBlockElement(child))
}

export function convertInline(nodes: HastContent[], context: Context): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    if (node.type === 'text') pushText(pieces, node.value, context)
    else if (isElement(node)) pieces.push(...convertElement(node, context))
  }
  return pieces
}

function convertElement(node: Element, context: Context): Piece[] {
  const format = formats[node.tagName] ?? styledFormat(node)
  if (format !== undefined) {
    return withAnchor(
      node,
      context,
      convertInline(node.children, { ...context, format: context.format | format }),
    )
  }
  switch (node.tagName) {
    case 'a':
      return convertLink(node, context)
    case 'br':
      return [inlinePiece(linebreak())]
    case 'wbr':
      return []
    case 'img':
      return [imagePiece(node, context)].flat()
    case 'x-footnote':
      return convertNote(node, context)
    case 'iframe':
    case 'x-embed':
    case 'video':
    case 'audio':
      return embedOf(node, context)
    case 'q':
      return [
        inlinePiece(text('“', context.format)),
        ...convertInline(node.children, context),
        inlinePiece(text('”', context.format)),
      ]
    default:
      if (droppedElements.has(node.tagName)) return reportDropped(node, context)
      return withAnchor(node, context, convertInline(node.children, context))
  }
}

/** What word processors write instead of elements. */
function styledFormat(node: Element): number | undefined {
  const style = node.tagName === 'span' ? attribute(node, 'style')?.toLowerCase() : undefined
  if (!style) return undefined
  const format =
    (/font-weight:\s*(?:bold|[6-9]00)/.test(style) ? textFormat.bold : 0) |
    (/font-style:\s*italic/.test(style) ? textFormat.italic : 0) |
    (/text-decoration[^;]*underline/.test(style) ? textFormat.underline : 0) |
    (/text-decoration[^;]*line-through/.test(style) ? textFormat.strikethrough : 0)
  return format || undefined
}

const silentlyDropped = new Set(['style', 'link', 'meta', 'noscript', 'template', 'title', 'head', 'input'])

function reportDropped(node: Element, context: Context): Piece[] {
  if (!silentlyDropped.has(node.tagName)) {
    context.document.report('ELEMENT_DROPPED', `<${node.tagName}> was left out.`, lineOf(node))
  }
  return []
}

function convertLink(node: Element, context: Context): Piece[] {
  const href = attribute(node, 'href')
  const pieces = convertInline(node.children, context)
  if (href === undefined) return withAnchor(node, context, pieces)
  const address = safeAddress(href)
  if (!address) {
    context.document.report('UNSAFE_LINK', `A link to “${href.slice(0, 60)}” was kept as text.`, lineOf(node))
    return withAnchor(node, context, pieces)
  }
  const linked = wrapInLink(pieces, address, context)
  if (attribute(node, 'target') === '_blank') openInNewTab(linked)
  return withAnchor(node, context, linked)
}

function openInNewTab(pieces: Piece[]): void {
  for (const { node } of pieces) if (node.type === 'link') node.fields = { ...node.fields, newTab: true }
}

/** A link around a picture becomes the picture and a link under it: an upload cannot be a link. */
export function wrapInLink(pieces: Piece[], href: string, { document }: Context): Piece[] {
  const inline = pieces
    .filter((piece) => !piece.isBlock && piece.node.type !== 'link')
    .map((piece) => piece.node)
  const hasWords = inline.some((node) => node.type === 'inlineBlock' || plainText(node).trim() !== '')
  const wrapped: Piece[] = []
  let run: LexicalNode[] = []
  const endRun = () => {
    if (run.length > 0) wrapped.push(inlinePiece(link(document.nextId(), href, run)))
    run = []
  }
  for (const piece of pieces) {
    if (!piece.isBlock && piece.node.type !== 'link') run.push(piece.node)
    else {
      endRun()
      wrapped.push(piece)
    }
  }
  endRun()
  if (hasWords) return wrapped
  const picture = pieces.find((piece) => piece.isBlock)?.node
  const source = picture?.value as { src?: string; alt?: string } | undefined
  if (picture && source?.src === href) return pieces
  const words = source?.alt || href
  return [
    ...pieces.filter((piece) => piece.isBlock),
    inlinePiece(link(document.nextId(), href, [text(words)])),
  ]
}

function withAnchor(node: Element, context: Context, pieces: Piece[]): Piece[] {
  const name = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined)
  const anchor = namedAnchor(name, context)
  return anchor ? [inlinePiece(anchor), ...pieces] : pieces
}

export function inlinePiece(node: LexicalNode): Piece {
  return { node, isBlock: !isInline(node) }
}

function pushText(pieces: Piece[], value: string, context: Context): void {
  // Character references of HTML can name what no text may hold.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const plain = value.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
  const words = context.preformatted ? plain : plain.replace(/[ \t\r\n\f]+/g, ' ')
  if (words === '') return
  const last = pieces.at(-1)
  if (last && last.node.type === 'text' && last.node.format === context.format) {
    last.node.text = `${last.node.text}${words}`
  } else pieces.push(inlinePiece(text(words, context.format)))
}

/** Cuts white space at both ends and around line breaks, and joins what white space parted. */
export function trimInline(nodes: LexicalNode[]): LexicalNode[] {
  const kept = nodes.map((node) => ({ ...node }))
  kept.forEach((node, index) => {
    if (node.type !== 'text') return
    const previous = kept[index - 1]
    const next = kept[index + 1]
    const isCode = Number(node.format) & textFormat.code
    let words = String(node.text)
    if (!isCode && (!previous || previous.type === 'linebreak' || endsInSpace(previous)))
      words = words.replace(/^[ \t\n]+/, '')
    if (!isCode && (!next || next.type === 'linebreak')) words = words.replace(/[ \t\n]+$/, '')
    node.text = words
  })
  const filled = kept.filter((node) => node.type !== 'text' || node.text !== '')
  while (filled[0]?.type === 'linebreak') filled.shift()
  while (filled.at(-1)?.type === 'linebreak') filled.pop()
  return filled
}

function endsInSpace(node: LexicalNode): boolean {
  return node.type === 'text' && String(node.text).endsWith(' ')
}
