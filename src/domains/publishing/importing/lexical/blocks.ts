import type { Element } from 'hast'
import { headingAnchor, leadAnchor, namedAnchor } from './anchors'
import { convertCallout, convertDetails, toneNamed, toneOfClass } from './callouts'
import { codeOf } from './code'
import type { Context } from './context'
import { attribute, isElement, lineOf, textContent } from './context'
import { embedBlock, embedOf, isEmbeddable } from './embeds'
import { childBlocks, convertBlocks, piecesOf, splitAtBlocks } from './fromHast'
import { imagePiece } from './images'
import { droppedElements, trimInline } from './inline'
import { convertDefinitions, convertList } from './lists'
import {
  block,
  type HeadingTag,
  heading,
  horizontalRule,
  type LexicalNode,
  linebreak,
  type PendingUpload,
  paragraph,
  quote,
} from './nodes'
import { safeAddress } from './safeAddress'
import { convertTable } from './tables'

export function convertBlock(node: Element, context: Context): LexicalNode[] {
  if (droppedElements.has(node.tagName)) return []
  switch (node.tagName) {
    case 'p':
      return convertParagraph(node, context)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return convertHeading(node, node.tagName, context)
    case 'ul':
    case 'ol':
      return [convertList(node, context)]
    case 'dl':
      return convertDefinitions(node, context)
    case 'pre':
      return prefixed(namedAnchor(attribute(node, 'id'), context), [codeOf(node, context)])
    case 'blockquote':
      return convertQuote(node, context)
    case 'table':
      return prefixed(namedAnchor(attribute(node, 'id'), context), convertTable(node, context))
    case 'hr':
      return [horizontalRule()]
    case 'figure':
      return convertFigure(node, context)
    case 'details':
      return convertDetails(node, context)
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
    case 'x-embed':
      return splitAtBlocks(embedOf(node, context), paragraph)
    case 'a':
      return withAnchor(
        node,
        context,
        childBlocks(node, { ...context, href: safeAddress(attribute(node, 'href') ?? '') }),
      )
    case 'x-callout':
      return convertCallout(node, toneNamed(attribute(node, 'dataTone')) ?? 'info', context)
    case 'x-gallery':
      return convertGallery(node, context)
    case 'x-quote-price':
      return [block(context.document.nextId(), 'quotePrice', { symbol: attribute(node, 'symbol') ?? '' })]
    case 'x-newsletter':
      return [block(context.document.nextId(), 'newsletter', statedFields(node, ['heading', 'text']))]
    case 'x-paywall':
      return [block(context.document.nextId(), 'paywall', statedFields(node, ['note']))]
    case 'x-picture':
      return pictureOf(node, context)
    case 'x-blank':
      return [paragraph([])]
    case 'form':
    case 'fieldset':
      context.document.report(
        'ELEMENT_DROPPED',
        `A <${node.tagName}> was left out; its text stays.`,
        lineOf(node),
      )
      return childBlocks(node, context)
    default:
      return convertContainer(node, context)
  }
}

function convertParagraph(node: Element, context: Context): LexicalNode[] {
  const tone = toneOfClass(node)
  if (tone) return convertCallout({ ...node, children: [{ ...node, properties: {} }] }, tone, context)
  const bare = bareAddress(node)
  if (bare && isEmbeddable(bare)) return [embedBlock(bare, {}, context)]
  const anchor = leadAnchor(node, context)
  const blocks = convertBlocks(node.children, context)
  return prefixed(anchor, blocks)
}

/** The address when a paragraph holds nothing but its own link. */
function bareAddress(node: Element): string | undefined {
  const filled = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = filled
  if (filled.length !== 1 || !only || !isElement(only) || only.tagName !== 'a') return undefined
  const href = attribute(only, 'href')
  return href !== undefined && textContent(only).trim() === href ? href : undefined
}

function convertHeading(node: Element, tag: HeadingTag, context: Context): LexicalNode[] {
  const anchor = headingAnchor(node, context)
  const pieces = piecesOf(node.children, context)
  const inline = trimInline(pieces.filter((piece) => !piece.isBlock).map((piece) => piece.node))
  const lifted = pieces.filter((piece) => piece.isBlock).map((piece) => piece.node)
  if (inline.length === 0) return prefixed(anchor, lifted)
  return [heading(tag, anchor ? [anchor, ...inline] : inline), ...lifted]
}

/** A quotation's paragraphs are parted by line breaks: the editor's quote holds one run of text. */
function convertQuote(node: Element, context: Context): LexicalNode[] {
  const tone = toneOfClass(node)
  if (tone) return convertCallout(node, tone, context)
  const result: LexicalNode[] = []
  let inline: LexicalNode[] = []
  const endQuote = () => {
    if (inline.length > 0) result.push(quote(inline))
    inline = []
  }
  for (const child of childBlocks(node, context)) {
    if (child.type === 'paragraph' || child.type === 'quote') {
      inline.push(...(inline.length > 0 ? [linebreak(), linebreak()] : []), ...(child.children ?? []))
    } else if (child.type === 'list') {
      endQuote()
      result.push(quote([child]))
    } else {
      endQuote()
      result.push(child)
    }
  }
  endQuote()
  return prefixed(namedAnchor(attribute(node, 'id'), context), result)
}

function convertFigure(node: Element, context: Context): LexicalNode[] {
  const caption = find(node, 'figcaption')
  const content = node.children.filter((child) => child !== caption)
  const blocks = convertBlocks(content, context)
  const uploads = blocks.filter((child) => child.type === 'upload')
  if (!caption) return prefixed(namedAnchor(attribute(node, 'id'), context), blocks)
  const [picture] = uploads
  const words = textContent(caption).replace(/\s+/g, ' ').trim()
  const captionBlocks = childBlocks(caption, context)
  const hasLinks = captionBlocks.some((child) => JSON.stringify(child).includes('"type":"link"'))
  if (picture && uploads.length === 1 && !hasLinks) {
    if (words) picture.fields = { ...picture.fields, caption: words }
    return prefixed(namedAnchor(attribute(node, 'id'), context), blocks)
  }
  return prefixed(namedAnchor(attribute(node, 'id'), context), [...blocks, ...captionBlocks])
}

/** Source: the gallery block's `maxRows`. */
const galleryLimit = 40

function convertGallery(node: Element, context: Context): LexicalNode[] {
  const images = childBlocks(node, context)
    .filter((child) => child.type === 'upload')
    .map(({ value, fields }) => ({
      id: context.document.nextId(),
      media: value as PendingUpload,
      ...(fields?.caption ? { caption: fields.caption } : {}),
    }))
  const count = Math.ceil(images.length / galleryLimit)
  return Array.from({ length: count }, (_, index) =>
    block(context.document.nextId(), 'gallery', {
      images: images.slice(index * galleryLimit, (index + 1) * galleryLimit),
    }),
  )
}

function statedFields(node: Element, names: string[]): Record<string, unknown> {
  const stated = names.map((name) => [name, attribute(node, name)] as const)
  return Object.fromEntries(stated.filter(([, value]) => value))
}

/** A picture that states how wide it is shown. */
function pictureOf(node: Element, context: Context): LexicalNode[] {
  const size = attribute(node, 'size')
  const [picture] = imagePiece(node, context, attribute(node, 'caption'))
  if (!picture) return []
  const isWide = size === 'wide' || size === 'full'
  return [{ ...picture.node, ...(isWide ? { fields: { ...picture.node.fields, size } } : {}) }]
}

function convertContainer(node: Element, context: Context): LexicalNode[] {
  const tone = ['div', 'aside', 'section'].includes(node.tagName) ? toneOfClass(node) : undefined
  const anchor = namedAnchor(attribute(node, 'id'), context)
  const blocks = tone ? convertCallout(node, tone, context) : childBlocks(node, context)
  return prefixed(anchor, blocks)
}

function withAnchor(node: Element, context: Context, blocks: LexicalNode[]): LexicalNode[] {
  return prefixed(namedAnchor(attribute(node, 'id') ?? attribute(node, 'name'), context), blocks)
}

/** Puts an anchor at the start of the first block that can hold one, or in a paragraph of its own. */
function prefixed(anchor: LexicalNode | undefined, blocks: LexicalNode[]): LexicalNode[] {
  if (!anchor) return blocks
  const [first, ...rest] = blocks
  if (first && ['paragraph', 'heading', 'quote'].includes(first.type)) {
    const isOwnId = first.type === 'heading' && first.children?.[0]?.type === 'inlineBlock'
    if (!isOwnId) return [{ ...first, children: [anchor, ...(first.children ?? [])] }, ...rest]
  }
  return [paragraph([anchor]), ...blocks]
}

function find(node: Element, tagName: string): Element | undefined {
  return node.children.find((child): child is Element => isElement(child) && child.tagName === tagName)
}
