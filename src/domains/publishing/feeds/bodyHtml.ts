/** An article's text for readers that know neither our styles nor our scripts: plain HTML with whole addresses. */
import type { Media } from '@/payload-types'
import { escapeHtml } from '@/src/platform/escapeHtml'
import { property, textOf } from '../components/richText/context'
import { documentHref } from '../components/richText/documentHref'
import { safeHref } from '../components/richText/safeHref'
import { type RichText, type RichTextNode, rootNodes } from '../editor/richText'
import { populated } from '../populated'
import { absoluteUrl } from '../seo/absoluteUrl'

interface Note {
  number: number
  html: string
}

interface Writing {
  /** Where the article stands, for links within it. */
  url: string
  notes: Note[]
}

/** `inner` writes the children; whoever does not call it leaves them out. */
type Write = (node: RichTextNode, inner: () => string, writing: Writing) => string

/** @param url whole address of the article. */
export function bodyHtml(value: RichText | null | undefined, { url }: { url: string }): string {
  const writing: Writing = { url, notes: [] }
  const html = nodesHtml(rootNodes(value), writing)
  const notes = writing.notes.map((note) => `<li>${note.html}</li>`).join('')
  return notes ? `${html}<hr><ol>${notes}</ol>` : html
}

const levels = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

const writers: Record<string, Write> = {
  text: (node) => formattedHtml(node),
  paragraph: (_, inner) => {
    const words = inner()
    return words.replace(/<br>/g, '').trim() ? `<p>${words}</p>` : ''
  },
  heading: (node, inner) => {
    const chosen = textOf(property(node, 'tag'))
    const tag = levels.has(chosen) ? chosen : 'h2'
    return `<${tag}>${inner()}</${tag}>`
  },
  quote: (_, inner) => {
    const words = inner()
    return `<blockquote>${words.startsWith('<p>') ? words : `<p>${words}</p>`}</blockquote>`
  },
  list: (node, inner) => {
    if (property(node, 'listType') !== 'number') return `<ul>${inner()}</ul>`
    const start = Number(property(node, 'start') ?? 1)
    return `<ol${Number.isInteger(start) && start > 1 ? ` start="${start}"` : ''}>${inner()}</ol>`
  },
  listitem: (node, inner) => {
    const isDone = property(node, 'checked')
    return `<li>${typeof isDone === 'boolean' ? (isDone ? '☑ ' : '☐ ') : ''}${inner()}</li>`
  },
  link: linkHtml,
  autolink: linkHtml,
  upload: (node) => {
    const media = property(node, 'value') as Media | string | null
    return mediaHtml(populated(media), textOf(node.fields?.caption))
  },
  horizontalrule: () => '<hr>',
  linebreak: () => '<br>',
  tab: () => ' ',
  table: (_, inner) => `<table>${inner()}</table>`,
  tablerow: (_, inner) => `<tr>${inner()}</tr>`,
  tablecell: (node, inner) => {
    const tag = Number(property(node, 'headerState') ?? 0) > 0 ? 'th' : 'td'
    return `<${tag}${span(node, 'colSpan')}${span(node, 'rowSpan')}>${inner()}</${tag}>`
  },
  block: (node, inner, writing) => blocks[node.fields?.blockType ?? '']?.(node, inner, writing) ?? '',
  inlineBlock: (node, _, writing) => (node.fields?.blockType === 'footnote' ? markHtml(node, writing) : ''),
}

/** Blocks by their `blockType`. What only a page can do is a link to it. */
const blocks: Record<string, Write> = {
  code: ({ fields }) => `<pre><code>${escapeHtml(textOf(fields?.code))}</code></pre>`,
  callout: ({ fields }, _, writing) => {
    const title = textOf(fields?.title)
    const inner = nodesHtml(rootNodes(fields?.content as RichText | undefined), writing)
    return `<blockquote>${title ? `<p><strong>${escapeHtml(title)}</strong></p>` : ''}${inner}</blockquote>`
  },
  gallery: ({ fields }) => {
    const images = (fields?.images ?? []) as { media?: Media | string; caption?: string | null }[]
    return images.map(({ media, caption }) => mediaHtml(populated(media), caption ?? '')).join('')
  },
  embed: ({ fields }) => {
    const href = safeHref(fields?.url)?.href
    if (!href) return ''
    const words = textOf(fields?.title) || textOf(fields?.caption) || href
    return `<p><a href="${escapeHtml(absoluteUrl(href))}">${escapeHtml(words)}</a></p>`
  },
  quotePrice: ({ fields }, _, { url }) =>
    `<p><a href="${escapeHtml(url)}">${escapeHtml(textOf(fields?.symbol).toUpperCase())}: the price on the page</a></p>`,
  newsletter: () => '',
  paywall: () => '',
}

/** Of a node that is not known, what is inside of it. */
function nodesHtml(nodes: RichTextNode[] | undefined, writing: Writing): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((node) => {
      const inner = () => nodesHtml(node.children, writing)
      const write = writers[node.type]
      return write ? write(node, inner, writing) : inner()
    })
    .join('')
}

/** Bits of a text node's `format`, the innermost element first. Source: lexical/LexicalConstants. */
const formats: [bit: number, tag: string][] = [
  [16, 'code'],
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
]

function formattedHtml(node: RichTextNode): string {
  const format = Number(property(node, 'format') ?? 0)
  return formats.reduce(
    (html, [bit, tag]) => (format & bit ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(node.text ?? ''),
  )
}

function linkHtml(node: RichTextNode, inner: () => string, { url }: Writing): string {
  const href = (node.fields?.linkType === 'internal' ? documentHref(node) : safeHref(node.fields?.url))?.href
  if (!href) return inner()
  return `<a href="${escapeHtml(new URL(href, url).href)}">${inner()}</a>`
}

function markHtml(node: RichTextNode, writing: Writing): string {
  const note: Note = { number: writing.notes.length + 1, html: '' }
  writing.notes.push(note)
  note.html = nodesHtml(rootNodes(node.fields?.note as RichText | undefined), writing)
  return `<sup>${note.number}</sup>`
}

function mediaHtml(media: Media | null, caption: string): string {
  if (!media?.url) return ''
  const address = escapeHtml(absoluteUrl(media.url))
  const words = caption || media.caption || ''
  if (!media.mimeType?.startsWith('image/')) {
    return `<p><a href="${address}">${escapeHtml(words || media.alt || media.filename || '')}</a></p>`
  }
  const below = [words, media.credit].filter(Boolean).join(' ')
  return (
    `<figure><img src="${pictureAddress(media)}" alt="${escapeHtml(media.alt ?? '')}"${dimension(media, 'width')}${dimension(media, 'height')}>` +
    `${below ? `<figcaption>${escapeHtml(below)}</figcaption>` : ''}</figure>`
  )
}

function pictureAddress({ sizes, url }: Media): string {
  const hero = (sizes as { hero?: { url?: string } } | null | undefined)?.hero
  return escapeHtml(absoluteUrl(hero?.url ?? url ?? ''))
}

function dimension(media: Media, name: 'width' | 'height'): string {
  return media[name] ? ` ${name}="${media[name]}"` : ''
}

function span(node: RichTextNode, name: 'colSpan' | 'rowSpan'): string {
  const count = Number(property(node, name) ?? 1)
  return Number.isInteger(count) && count > 1 ? ` ${name.toLowerCase()}="${count}"` : ''
}
