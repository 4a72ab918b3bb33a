import type { Element } from 'hast'
import { embedTarget } from '../../components/blocks/embedTarget'
import type { Context, Piece } from './context'
import { attribute, isElement, lineOf, textContent } from './context'
import { inlinePiece } from './inline'
import { block, link, text, upload } from './nodes'

/** Services whose bare address alone in a paragraph was meant as an embed. */
const embeddable =
  /^https?:\/\/(?:www\.)?(?:youtube\.com\/(?:watch|shorts|embed)|youtu\.be\/|vimeo\.com\/\d|open\.spotify\.com\/|soundcloud\.com\/|codepen\.io\/[^/]+\/pen\/|codesandbox\.io\/|loom\.com\/share|ted\.com\/talks|(?:twitter|x)\.com\/\w+\/status\/|bsky\.app\/profile\/[^/]+\/post\/)/i

export function isEmbeddable(url: string): boolean {
  return embeddable.test(url)
}

/** An `<iframe>`, `<video>` or `<audio>`: a file of the source's own becomes media, an address an embed. */
export function embedOf(node: Element, context: Context): Piece[] {
  const src = attribute(node, 'src') ?? attribute(node, 'data') ?? attribute(node, 'url') ?? sourceChild(node)
  const title = attribute(node, 'title')
  if (!src || /^(?:data|javascript|about|blob):/i.test(src)) {
    context.document.report(
      'EMBED_DROPPED',
      `<${node.tagName}> without an address was left out.`,
      lineOf(node),
    )
    return []
  }
  const absolute = src.startsWith('//') ? `https:${src}` : src
  const caption = attribute(node, 'caption')
  if (/^https?:/i.test(absolute)) {
    if (node.tagName === 'audio') return [inlinePiece(linkTo(absolute, title ?? fileName(absolute), context))]
    const block = embedBlock(absolute, { title, caption }, context)
    if (node.tagName === 'iframe' && !embedTarget(String(block.fields?.url)))
      context.document.report(
        'EMBED_AS_LINK',
        `A frame of ${hostOf(absolute)} is shown as a link: it is none of the players that pages may load.`,
        lineOf(node),
      )
    return [inlinePiece(block)]
  }
  if (node.tagName === 'video') {
    const alt = title ?? textContent(node).trim()
    return [inlinePiece(upload(context.document.nextId(), { pending: true, src, alt }, {}))]
  }
  return [inlinePiece(linkTo(src, title ?? fileName(src), context))]
}

export function embedBlock(
  url: string,
  { title, caption }: { title?: string; caption?: string },
  context: Context,
) {
  return block(context.document.nextId(), 'embed', {
    url: watchAddress(url.replace(/^http:/i, 'https:')),
    ...(title ? { title } : {}),
    ...(caption ? { caption } : {}),
  })
}

function linkTo(url: string, words: string, { document }: Context) {
  return link(document.nextId(), url, [text(words)])
}

function fileName(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) || url
  )
}

function sourceChild(node: Element): string | undefined {
  const source = node.children.find((child) => isElement(child) && child.tagName === 'source')
  return source && isElement(source) ? attribute(source, 'src') : undefined
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url.slice(0, 60)
}

/** The address a person would open, from the one a player loads. */
function watchAddress(url: string): string {
  const youtube =
    /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})(?:\?(?:.*&)?start=(\d+))?/.exec(url)
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}${youtube[2] ? `&t=${youtube[2]}s` : ''}`
  const vimeo = /^https:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(url)
  if (vimeo) return `https://vimeo.com/${vimeo[1]}`
  const soundCloud = /^https:\/\/w\.soundcloud\.com\/player\/\?(.*)$/.exec(url)
  return (soundCloud && new URLSearchParams(soundCloud[1]).get('url')) || url
}
