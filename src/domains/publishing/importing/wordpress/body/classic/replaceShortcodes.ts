export type Shortcode = {
  name: string
  /** Named attributes, and others by their place from 0. */
  attributes: Record<string, string>
  /** What stands between it and its end; `undefined` for one without an end. */
  content?: string
  /** As it was written. */
  source: string
}

/**
 * Replaces the shortcodes of a text by what `replace` makes of them, inner ones first; `undefined` leaves one as it
 * is written. Code keeps its brackets, and `[[name]]` is how WordPress writes one that is meant literally.
 */
export function replaceShortcodes(
  text: string,
  replace: (shortcode: Shortcode) => string | undefined,
  depth = 0,
): string {
  if (!text.includes('[') || depth > deepest) return text
  const outside = text.split(codeElements)
  return outside.map((part, index) => (index % 2 === 1 ? part : replaceIn(part, replace, depth))).join('')
}

const deepest = 8
const codeElements = /(<(?:pre|code|script|style)\b[^>]*>[\s\S]*?<\/(?:pre|code|script|style)>)/i

function replaceIn(
  text: string,
  replace: (shortcode: Shortcode) => string | undefined,
  depth: number,
): string {
  let result = ''
  let at = 0
  // Names whose end was looked for in vain need not be looked for again.
  const endless = new Set<string>()
  for (let from = text.indexOf('['); from >= 0; from = text.indexOf('[', Math.max(at, from + 1))) {
    const opener = openerAt(text, from)
    if (!opener) continue
    result += text.slice(at, from)
    at = opener.end
    if (text[from - 1] === '[' && text[opener.end] === ']') {
      result = result.slice(0, -1) + text.slice(from, opener.end)
      at = opener.end + 1
      continue
    }
    const { name, words } = opener
    const end = opener.isClosed || endless.has(name) ? undefined : endOf(text, name, at)
    if (!end) endless.add(name)
    const replaced = replace({
      name,
      attributes: attributesIn(words),
      ...(end ? { content: replaceShortcodes(text.slice(at, end.start), replace, depth + 1) } : {}),
      source: text.slice(from, end?.end ?? opener.end),
    })
    result += replaced ?? text.slice(from, opener.end)
    if (replaced !== undefined && end) at = end.end
  }
  return result + text.slice(at)
}

type Opener = { name: string; words: string; end: number; isClosed: boolean }

const longestOpener = 4000
const nameAt = /[a-z][\w-]*(?=[\s=\]/])/iy

/** `[name …]` at this place: brackets within quotation marks belong to it. */
function openerAt(text: string, from: number): Opener | undefined {
  nameAt.lastIndex = from + 1
  const name = nameAt.exec(text)?.[0]
  if (!name) return undefined
  const start = from + 1 + name.length
  const limit = Math.min(text.length, from + longestOpener)
  let quote = ''
  for (let at = start; at < limit; at += 1) {
    const character = text[at] ?? ''
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === ']') {
      const isClosed = text[at - 1] === '/'
      const words = text.slice(start, isClosed ? at - 1 : at)
      return { name: name.toLowerCase(), words, end: at + 1, isClosed }
    } else if (character === '[') return undefined
    else if ((character === '"' || character === "'") && text[at - 1] === '=') quote = character
  }
  return undefined
}

/** The end that belongs to an opening, those of inner shortcodes of the same name passed over. */
function endOf(text: string, name: string, from: number): { start: number; end: number } | undefined {
  const marks = new RegExp(`\\[(/?)${name}(?=[\\s\\]/])[^\\]]*\\]`, 'gi')
  marks.lastIndex = from
  let open = 1
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    open += found[1] ? -1 : found[0].endsWith('/]') ? 0 : 1
    if (open === 0) return { start: found.index, end: found.index + found[0].length }
  }
  // Not all of the same name are closed: the first end is taken.
  const first = new RegExp(`\\[/${name}\\]`, 'i').exec(text.slice(from))
  return first ? { start: from + first.index, end: from + first.index + first[0].length } : undefined
}

function attributesIn(words: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  // Editors turn the quotation marks of attributes into typographic ones.
  const plain = words.replace(/[“”″]|&#822[01];|&quot;/g, '"')
  let place = 0
  for (const found of plain.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g,
  )) {
    const [, name, double, single, bare, quoted, apostrophed, word] = found
    if (name !== undefined) attributes[name.toLowerCase()] = double ?? single ?? bare ?? ''
    else attributes[String(place++)] = (quoted ?? apostrophed ?? word ?? '').replace(/^=/, '')
  }
  return attributes
}
