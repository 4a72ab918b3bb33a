/** Hugo's shortcodes as Markdown, HTML or directives. Unknown ones leave their content and a line in the report. */
import { toneNamed } from '../../lexical/callouts'
import { referenceTo } from '../references'

type Report = (code: string, message: string, line?: number) => void
type Arguments = { named: Record<string, string>; listed: string[] }
type Shortcode = { name: string; args: Arguments; inner?: string; line: number }

const pattern = /\{\{([<%])\s*(\/?)\s*([\w./-]+)((?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`])*?)(\/?)\s*[>%]\}\}/g
const depthLimit = 20

export function expandShortcodes(source: string, report: Report, depth = 0, lineOffset = 0): string {
  if (!source.includes('{{') || depth > depthLimit) return source
  const escaped = source.replace(/\{\{([<%])\/\*\s*([\s\S]*?)\s*\*\/([>%])\}\}/g, '{\u200b{$1 $2 $3}\u200b}')
  const output: string[] = []
  let position = 0
  for (const found of scan(escaped)) {
    if (found.start < position) continue
    output.push(escaped.slice(position, found.start))
    const line = lineOffset + escaped.slice(0, found.start).split('\n').length
    const inner =
      found.inner === undefined ? undefined : expandShortcodes(found.inner, report, depth + 1, line - 1)
    output.push(write({ name: found.name, args: found.args, inner, line }, report))
    position = found.end
  }
  output.push(escaped.slice(position))
  return output
    .join('')
    .replace(/\{\u200b\{/g, '{{')
    .replace(/\}\u200b\}/g, '}}')
}

type Found = { name: string; args: Arguments; inner?: string; start: number; end: number }

/** Outermost shortcodes in order, each with what stands between it and its end tag. */
function scan(source: string): Found[] {
  const tags = [...source.matchAll(pattern)]
  const closings = new Map<number, number>()
  const open: { name: string; index: number }[] = []
  tags.forEach(([, , slash, name = ''], index) => {
    if (!slash) open.push({ name, index })
    else {
      const at = open.findLastIndex((each) => each.name === name)
      const opening = open[at]
      if (opening) {
        closings.set(opening.index, index)
        open.length = at
      }
    }
  })
  return tags.flatMap(([whole, , slash, name = '', words = ''], index): Found[] => {
    if (slash) return []
    const start = tags[index]?.index ?? 0
    const closing = tags[closings.get(index) ?? -1]
    const args = parseArguments(words)
    if (!closing) return [{ name, args, start, end: start + whole.length }]
    return [
      {
        name,
        args,
        inner: source.slice(start + whole.length, closing.index),
        start,
        end: closing.index + closing[0].length,
      },
    ]
  })
}

function parseArguments(words: string): Arguments {
  const named: Record<string, string> = {}
  const listed: string[] = []
  for (const [, key, quoted, raw, bare] of words.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`=]+))/g,
  )) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? raw ?? bare ?? ''
    if (key) named[key.toLowerCase()] = value
    else listed.push(value)
  }
  return { named, listed }
}

type Write = (shortcode: Shortcode, report: Report) => string

const writers: Record<string, Write> = {
  ref: ({ args }) => referenceTo(args.named.path ?? args.listed[0] ?? ''),
  relref: ({ args }) => referenceTo(args.named.path ?? args.listed[0] ?? ''),
  figure: ({ args }) => figure(args),
  img: ({ args }) => figure(args),
  image: ({ args }) => figure(args),
  youtube: ({ args }) =>
    frame(`https://www.youtube.com/watch?v=${args.named.id ?? args.listed[0] ?? ''}`, args.named.title),
  vimeo: ({ args }) => frame(`https://vimeo.com/${args.named.id ?? args.listed[0] ?? ''}`, args.named.title),
  tweet: ({ args }) => tweet(args),
  x: ({ args }) => tweet(args),
  twitter: ({ args }) => tweet(args),
  instagram: ({ args }) => bare(`https://www.instagram.com/p/${args.named.id ?? args.listed[0] ?? ''}/`),
  gist: ({ args }) => bare(`https://gist.github.com/${args.listed.slice(0, 2).join('/')}`),
  highlight: ({ args, inner = '' }) => code(args.listed[0] ?? args.named.lang ?? '', inner),
  details: ({ args, inner = '' }) =>
    directive('details', args.named.summary ?? args.named.title ?? args.listed[0], inner),
  mermaid: ({ inner = '' }) => code('mermaid', inner),
  math: ({ inner = '' }) => code('latex', inner),
  katex: ({ inner = '' }) => code('latex', inner),
  toc: () => '',
  rawhtml: ({ inner = '' }) => inner,
}

function write(shortcode: Shortcode, report: Report): string {
  const { name, args, inner, line } = shortcode
  const known = Object.hasOwn(writers, name.toLowerCase()) ? writers[name.toLowerCase()] : undefined
  if (known) return known(shortcode, report)
  const stated = args.named.type ?? args.named.style ?? args.listed[0]
  const tone = toneNamed(stated) ? stated : toneNamed(name) ? name : undefined
  if (tone && inner !== undefined) {
    const title = args.named.title ?? args.listed.find((word) => word !== stated)
    return directive(tone, title, inner)
  }
  report(
    'UNKNOWN_SHORTCODE',
    `“${name}” is not known: ${inner === undefined ? 'it was left out' : 'its content was kept'}.`,
    line,
  )
  return inner === undefined ? '' : `\n\n${inner}\n\n`
}

function figure({ named, listed }: Arguments): string {
  const src = named.src ?? named.link ?? listed[0]
  if (!src) return ''
  const caption = [named.title, named.caption].filter((part) => part).join(': ')
  const credit = named.attr
    ? ` ${named.attrlink ? `<a href="${attribute(named.attrlink)}">${escapeHtml(named.attr)}</a>` : escapeHtml(named.attr)}`
    : ''
  const image = `<img src="${attribute(src)}" alt="${attribute(named.alt ?? named.caption ?? '')}">`
  const linked = named.link && named.src ? `<a href="${attribute(named.link)}">${image}</a>` : image
  const words = escapeHtml(caption) + credit
  return `\n\n<figure>${linked}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>\n\n`
}

function tweet({ named, listed }: Arguments): string {
  const id = named.id ?? listed[0] ?? ''
  return bare(
    named.user ? `https://twitter.com/${named.user}/status/${id}` : `https://twitter.com/i/status/${id}`,
  )
}

function bare(address: string): string {
  return `\n\n<${address}>\n\n`
}

function frame(address: string, title?: string): string {
  return `\n\n<iframe src="${attribute(address)}"${title ? ` title="${attribute(title)}"` : ''}></iframe>\n\n`
}

function code(language: string, inner: string): string {
  const longest = Math.max(2, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `\n\n${fence}${language}\n${inner.replace(/^\n+|\s+$/g, '')}\n${fence}\n\n`
}

function directive(name: string, title: string | undefined, inner: string): string {
  const colons = ':'.repeat(Math.max(3, ...[...inner.matchAll(/^:{3,}/gm)].map(([run]) => run.length + 1)))
  return `\n\n${colons}${name}${title ? `[${title.replace(/[[\]]/g, '')}]` : ''}\n${inner.trim()}\n${colons}\n\n`
}

function attribute(value: string): string {
  return escapeHtml(value).replaceAll('"', '&quot;')
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
