/** Blocks as HTML that the one converter understands. Most save themselves as HTML; these say more than that. */
import { DocumentError } from '../../../neutral'
import { plainText } from '../../export/plainText'
import { attributesHtml, escapeHtml } from '../escapeHtml'
import type { Block } from './parseBlocks'
import { parseBlocks } from './parseBlocks'

export type BlockContext = {
  /** Content of reusable blocks, by id. */
  reusable: Readonly<Record<string, string>>
  report: (code: string, message: string) => void
}

export type State = BlockContext & { depth: number; openReusable: readonly string[] }

const deepest = 60

/** Each block at the top of a text by itself, so that broken markup in one spoils no other. */
export function renderBlocks(blocks: Block[], context: BlockContext): string[] {
  return blocks.map((block) => render(block, { ...context, depth: 0, openReusable: [] }))
}

function render(block: Block, state: State): string {
  if (state.depth > deepest)
    throw new DocumentError('NESTED_TOO_DEEPLY', `Blocks nest more than ${deepest} deep.`)
  const renderer = block.name.startsWith('core-embed/') ? embed : renderers[block.name]
  if (renderer) return renderer(block, state)
  const html = inner(block, state)
  if (block.name === '') return html
  const [maker, name] = block.name.split('/')
  const isEmpty =
    html.replace(/<[^>]*>/g, '').trim() === '' && !/<(?:img|iframe|video|audio|hr|x-)/.test(html)
  if (isEmpty && (maker !== 'core' || dynamic.has(name ?? '')))
    state.report(
      'BLOCK_NOT_IMPORTED',
      `The block “${block.name}” was left out: it has no content of its own.`,
    )
  else if (maker !== 'core' && maker !== 'jetpack')
    state.report('BLOCK_UNKNOWN', `Of the block “${block.name}” only its content was kept.`)
  return html
}

/** Blocks that WordPress fills when a page is shown: with lists of its own, with forms, with parts of the theme. */
const dynamic = new Set(
  'archives calendar categories latest-comments latest-posts loginout navigation page-list query rss search site-logo site-title site-tagline tag-cloud template-part pattern post-content post-title post-excerpt post-date post-author post-terms post-featured-image post-comments comments avatar read-more term-description query-pagination legacy-widget widget-group'.split(
    ' ',
  ),
)

type Renderer = (block: Block, state: State) => string

const nothing: Renderer = () => ''

const renderers: Record<string, Renderer> = {
  'core/block': reusable,
  'core/embed': embed,
  'core/more': nothing,
  'core/nextpage': () => '<hr>',
  'core/spacer': nothing,
  'core/footnotes': nothing,
  'core/verse': verse,
  'core/preformatted': preformatted,
  'core/code': code,
  'core/cover': cover,
  'core/file': file,
  'core/social-links': (block, state) => `<p>${inner(block, state).replace(/<\/?ul[^>]*>/g, '')}</p>`,
  'core/social-link': socialLink,
  'core/button': button,
  'jetpack/markdown': (block, state) => inner(block, state),
  'syntaxhighlighter/code': code,
}

/** A block's own HTML with the blocks inside of it. */
function inner({ parts }: Block, state: State): string {
  const deeper = { ...state, depth: state.depth + 1 }
  return parts.map((part) => (typeof part === 'string' ? part : render(part, deeper))).join('')
}

function reusable({ attributes }: Block, state: State): string {
  const id = String(attributes.ref ?? '')
  const content = state.reusable[id]
  if (content === undefined || state.openReusable.includes(id)) {
    state.report('REUSABLE_BLOCK_MISSING', `The reusable block ${id} is not in the export.`)
    return ''
  }
  const deeper = { ...state, depth: state.depth + 1, openReusable: [...state.openReusable, id] }
  return parseBlocks(content)
    .blocks.map((block) => render(block, deeper))
    .join('')
}

function embed(block: Block, state: State): string {
  const html = inner(block, state)
  const url = String(block.attributes.url ?? '') || addressIn(html)
  if (!url) return html
  const caption = plainText(/<figcaption[^>]*>([\s\S]*?)<\/figcaption>/i.exec(html)?.[1] ?? '')
  return `<x-embed${attributesHtml({ url, caption: caption || undefined })}></x-embed>`
}

function addressIn(html: string): string | undefined {
  return /(?:^|[\s>])(https?:\/\/[^\s<"]+)/i.exec(html)?.[1]?.replaceAll('&amp;', '&')
}

/** A poem's lines are its own, its formats those of any text. */
function verse(block: Block, state: State): string {
  const [, words = ''] = /<pre[^>]*>([\s\S]*)<\/pre>/i.exec(inner(block, state)) ?? []
  return words
    .split(/\n[ \t]*\n/)
    .map((stanza) => `<p>${stanza.trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
}

function preformatted(block: Block, state: State): string {
  return inner(block, state).replace(/<br\s*\/?>/gi, '\n')
}

function code(block: Block, state: State): string {
  const language = block.attributes.language ?? block.attributes.lang
  const html = inner(block, state).replace(/<br\s*\/?>/gi, '\n')
  if (typeof language !== 'string' || !/^[\w+#-]{1,30}$/.test(language)) return html
  return html.replace(/<pre\b/i, `<pre data-language="${language}"`)
}

/** Older covers hold their picture as a background. */
function cover(block: Block, state: State): string {
  const html = inner(block, state)
  const { url, alt, backgroundType } = block.attributes
  if (typeof url !== 'string' || /<(?:img|video)\b/i.test(html)) return html
  if (backgroundType === 'video') return `<video${attributesHtml({ src: url })}></video>${html}`
  return `<img${attributesHtml({ src: url, alt: typeof alt === 'string' ? alt : '' })}>${html}`
}

/** A file has a link with its name and a button to the same address: one of them is enough. */
function file(block: Block, state: State): string {
  const link = /<a\b[^>]*href[\s\S]*?<\/a>/i.exec(inner(block, state))?.[0]
  const { href } = block.attributes
  if (link) return `<p>${link.replace(/\sid="[^"]*"/, '')}</p>`
  return typeof href === 'string' ? `<p><a${attributesHtml({ href })}>${escapeHtml(href)}</a></p>` : ''
}

function socialLink({ attributes }: Block): string {
  const { url, label, service } = attributes
  if (typeof url !== 'string' || url === '') return ''
  const words = [label, service, url].find((each) => typeof each === 'string' && each !== '')
  return ` <a${attributesHtml({ href: url })}>${escapeHtml(String(words))}</a> `
}

function button(block: Block, state: State): string {
  const html = inner(block, state).replace(/<div[^>]*>|<\/div>/gi, '')
  return `<p>${html.trim()}</p>`
}
