import { isEmbeddable } from '../../../lexical/embeds'
import type { Attachment } from '../../export/attachmentOf'
import { attributesHtml, escapeHtml } from '../escapeHtml'
import { replaceShortcodes, type Shortcode } from './replaceShortcodes'

export type ShortcodeContext = {
  attachments: ReadonlyMap<string, Attachment>
  /** Files that were uploaded to this document, for galleries that name none. */
  uploads: readonly Attachment[]
  report: (code: string, message: string) => void
}

type Expand = (shortcode: Shortcode, context: ShortcodeContext) => string | undefined

/** WordPress's own shortcodes and Jetpack's embeds as HTML; of others the text inside is kept, and they are named. */
export function expandShortcodes(text: string, context: ShortcodeContext): string {
  return replaceShortcodes(text, (shortcode) => {
    const expand = Object.hasOwn(known, shortcode.name) ? known[shortcode.name] : unknown
    return expand?.(shortcode, context)
  })
}

const known: Record<string, Expand> = {
  gallery,
  caption,
  wp_caption: caption,
  embed: ({ attributes, content }) => embedHtml(content?.trim() || attributes.src || attributes.url || ''),
  audio: (shortcode) => player('audio', shortcode, ['mp3', 'm4a', 'ogg', 'wav', 'flac', 'wma']),
  video: (shortcode) => player('video', shortcode, ['mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv']),
  playlist,
  code,
  sourcecode: code,
  youtube: media((id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: media((id) => `https://vimeo.com/${id}`),
  soundcloud: media((id) => id),
  spotify: media((id) => id),
  ted: media((id) => `https://www.ted.com/talks/${id}`),
  codepen: media((id) => id),
  tweet: media((id) => `https://twitter.com/i/status/${id}`),
  instagram: media((id) => id),
  gist: media((id) => `https://gist.github.com/${id}`),
  dailymotion: media((id) => `https://www.dailymotion.com/video/${id}`),
}

function unknown({ name, attributes, content }: Shortcode, { report }: ShortcodeContext): string | undefined {
  if (content !== undefined) {
    report('SHORTCODE_UNKNOWN', `Of the shortcode [${name}] only the text inside was kept.`)
    return content
  }
  // “[sic]” and “[a remark]” are words.
  const isMeant = /[_-]/.test(name) || Object.keys(attributes).some((key) => !/^\d+$/.test(key))
  if (isMeant)
    report('SHORTCODE_UNKNOWN', `The shortcode [${name}] means nothing here: it stays as it is written.`)
  return undefined
}

function gallery({ attributes }: Shortcode, { attachments, uploads, report }: ShortcodeContext): string {
  const wanted = idsIn(attributes.ids ?? attributes.include)
  const left = new Set(idsIn(attributes.exclude))
  const files = wanted.length > 0 ? wanted.map((id) => attachments.get(id)) : uploads
  const pictures = files.filter(
    (file): file is Attachment => file !== undefined && isPicture(file.url) && !left.has(file.id),
  )
  if (pictures.length < wanted.length)
    report('IMAGE_MISSING', `${wanted.length - pictures.length} pictures of a gallery are not in the export.`)
  if (pictures.length === 0) return ''
  const figures = pictures.map(({ url, alt, caption: words }) => {
    const shown = words ? `<figcaption>${escapeHtml(words)}</figcaption>` : ''
    return `<figure><img${attributesHtml({ src: url, alt })}>${shown}</figure>`
  })
  return `\n\n<x-gallery>${figures.join('')}</x-gallery>\n\n`
}

function idsIn(list = ''): string[] {
  return list.split(/[\s,]+/).filter((id) => /^\d+$/.test(id))
}

function isPicture(url: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(url)
}

/** Since 3.4 the words stand after the picture, before that in an attribute. */
function caption({ attributes, content = '' }: Shortcode): string {
  const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(content)?.[0]
  const words = attributes.caption ?? (picture ? content.slice(picture.length) : '')
  if (!picture) return content
  const shown = words.trim() ? `<figcaption>${words.trim()}</figcaption>` : ''
  return `\n\n<figure>${picture.trim()}${shown}</figure>\n\n`
}

function embedHtml(url: string): string {
  const plain = url.replaceAll('&amp;', '&').trim()
  if (!/^https?:\/\//i.test(plain)) return escapeHtml(url)
  return `\n\n<x-embed${attributesHtml({ url: plain })}></x-embed>\n\n`
}

function player(tag: 'audio' | 'video', { attributes, content }: Shortcode, kinds: string[]): string {
  const src = [attributes.src, ...kinds.map((kind) => attributes[kind]), attributes['0']].find((each) => each)
  if (!src) return content ?? ''
  if (isEmbeddable(src)) return embedHtml(src)
  return `\n\n<${tag}${attributesHtml({ src })}></${tag}>\n\n`
}

function playlist({ attributes }: Shortcode, { attachments }: ShortcodeContext): string {
  const tag = attributes.type === 'video' ? 'video' : 'audio'
  const files = idsIn(attributes.ids).flatMap((id) => attachments.get(id) ?? [])
  return `\n\n${files
    .map(
      ({ url, caption: words }) =>
        `<${tag}${attributesHtml({ src: url, title: words || undefined })}></${tag}>`,
    )
    .join('\n\n')}\n\n`
}

/** Highlighters let code stand in a shortcode as it is, or with its characters escaped. */
function code({ attributes, content, name }: Shortcode): string | undefined {
  if (content === undefined) return undefined
  const language = attributes.language ?? attributes.lang ?? (name === 'code' ? undefined : attributes['0'])
  const words = /&(?:lt|gt|amp|quot);/.test(content) ? content : escapeHtml(content)
  const known = language && /^[\w+#-]{1,30}$/.test(language) ? language : undefined
  return `\n\n<pre${attributesHtml({ 'data-language': known })}><code>${words.replace(/^\n|\n$/g, '')}</code></pre>\n\n`
}

/** `[youtube=address]`, `[youtube address]`, `[vimeo 123]`, `[soundcloud url="…"]` and their like. */
function media(addressOf: (id: string) => string): Expand {
  return ({ attributes, content }, { report }) => {
    const stated = (attributes.url ?? attributes.id ?? attributes['0'] ?? content ?? '').replaceAll(
      '&amp;',
      '&',
    )
    if (stated === '') return undefined
    const url = /^https?:\/\//.test(stated) ? stated : addressOf(stated)
    if (/^https:\/\//.test(url)) return embedHtml(url)
    if (/^http:\/\//.test(url)) return embedHtml(url)
    report('SHORTCODE_UNKNOWN', `The address of an embed was not understood: ${stated.slice(0, 100)}.`)
    return undefined
  }
}
