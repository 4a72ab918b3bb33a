/** Mobiledoc, the format of Ghost's second editor, as an HTML tree. */
import type { Element, ElementContent } from 'hast'
import type { Report } from '../../html/collectIssues'
import { DocumentError } from '../../neutral'
import { convertCard } from './cards'
import { isData } from './payload'
import { h, words } from './tree'

type Doc = { atoms: unknown[]; cards: unknown[]; markups: unknown[]; sections: unknown[] }

const sectionTypes = { markup: 1, image: 2, list: 3, card: 10 }
const blockTags = /^(?:p|h[1-6]|blockquote|pull-quote|aside)$/
const inlineTags = /^(?:a|b|strong|i|em|s|del|strike|u|code|sub|sup|mark|span)$/

/** @throws DocumentError MOBILEDOC_MALFORMED */
export function readMobiledoc(source: string, report: Report): ElementContent[] {
  const doc = parse(source)
  return doc.sections.flatMap((section) => readSection(section, doc, report))
}

function parse(source: string): Doc {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw new DocumentError('MOBILEDOC_MALFORMED', `Its text is no Mobiledoc: ${(error as Error).message}`)
  }
  if (!isData(value)) throw new DocumentError('MOBILEDOC_MALFORMED', 'Its text is no Mobiledoc.')
  // Versions before 0.3 keep markups and sections in one list, and everything else within them.
  const isOld = String(value.version ?? '').startsWith('0.2')
  const [markups, sections] = isOld ? list(value.sections) : [value.markups, value.sections]
  return {
    atoms: list(value.atoms),
    cards: list(value.cards),
    markups: list(markups),
    sections: list(sections),
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function readSection(section: unknown, doc: Doc, report: Report): ElementContent[] {
  const [type, first, second] = list(section)
  switch (type) {
    case sectionTypes.markup:
      return [markupSection(String(first), list(second), doc)]
    case sectionTypes.image:
      return [h('figure', {}, h('img', { src: String(first ?? ''), alt: '' }))]
    case sectionTypes.list: {
      const items = list(second).map((markers) => h('li', {}, ...readMarkers(list(markers), doc)))
      return [h(first === 'ol' ? 'ol' : 'ul', {}, ...items)]
    }
    case sectionTypes.card:
      return readCard(first, second, doc, report)
    default:
      report('SECTION_NOT_KNOWN', `A part of the kind ${String(type).slice(0, 20)} was left out.`)
      return []
  }
}

function markupSection(tag: string, markers: unknown[], doc: Doc): Element {
  const content = readMarkers(markers, doc)
  if (tag === 'aside' || tag === 'pull-quote') return h('blockquote', {}, ...content)
  return h(blockTags.test(tag) ? tag : 'p', {}, ...content)
}

function readCard(first: unknown, second: unknown, doc: Doc, report: Report): ElementContent[] {
  const [name, payload] = typeof first === 'number' ? list(doc.cards[first]) : [first, second]
  if (typeof name !== 'string') {
    report('CARD_NOT_KNOWN', 'A card that is not there was left out.')
    return []
  }
  return convertCard(name, isData(payload) ? payload : {}, report)
}

/** Markers open and close marks in the manner of a stack. */
function readMarkers(markers: unknown[], doc: Doc): ElementContent[] {
  const root = h('span', {})
  const open: Element[] = [root]
  for (const marker of markers) {
    const parts = list(marker)
    // 0.3 tells text from atom first; 0.2 knows text only.
    const [type, opened, closed, value] = parts.length === 3 ? [0, ...parts] : parts
    for (const index of list(opened)) {
      const element = markupOf(doc.markups[Number(index)])
      open.at(-1)?.children.push(element)
      open.push(element)
    }
    open
      .at(-1)
      ?.children.push(...(type === 1 ? atomOf(doc.atoms[Number(value)]) : [words(String(value ?? ''))]))
    for (let count = Number(closed) || 0; count > 0 && open.length > 1; count -= 1) open.pop()
  }
  return root.children
}

function markupOf(markup: unknown): Element {
  const [tag, attributes] = list(markup)
  const name = String(tag ?? '').toLowerCase()
  const pairs = list(attributes)
  const properties: Record<string, string> = {}
  for (let at = 0; at + 1 < pairs.length; at += 2)
    if (['href', 'title', 'target'].includes(String(pairs[at])))
      properties[String(pairs[at])] = String(pairs[at + 1])
  return h(inlineTags.test(name) ? name : 'span', properties)
}

function atomOf(atom: unknown): ElementContent[] {
  const [name, text] = list(atom)
  if (name === 'soft-return' || name === 'soft-break') return [h('br', {})]
  return text ? [words(String(text))] : []
}
