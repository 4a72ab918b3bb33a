import type { PhrasingContent } from 'mdast'
import { type LexicalNode, textFormat } from '../../importing/lexical/nodes'
import type { Addresses } from './addresses'
import { UnsayableError } from './UnsayableError'

/** What the conversion of one document shares. */
export type Saying = {
  addresses: Addresses
  /** Puts a note at the end of the document. @returns its label. */
  note: (content: LexicalNode[]) => string
}

type Run = { format: number; node: LexicalNode }

/** Outermost first; code is a leaf in Markdown and stands innermost. */
const wrappers: number[] = [
  textFormat.bold,
  textFormat.italic,
  textFormat.strikethrough,
  textFormat.underline,
  textFormat.subscript,
  textFormat.superscript,
]
const knownFormats = wrappers.reduce((sum, bit) => sum | bit, textFormat.code as number)

export function inlineToMdast(nodes: LexicalNode[], saying: Saying): PhrasingContent[] {
  return nest(
    nodes.map((node) => ({ node, format: formatOf(node) })),
    saying,
  )
}

function formatOf({ type, format }: LexicalNode): number {
  if (type !== 'text') return 0
  const bits = Number(format) || 0
  if (bits & ~knownFormats) throw new UnsayableError(`format ${bits}`)
  return bits
}

/** Wraps the longest run that shares a format, so that marks open and close as seldom as can be. */
function nest(runs: Run[], saying: Saying): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let at = 0; at < runs.length; ) {
    const lengths = wrappers.map((bit) => lengthOf(runs, at, bit))
    const longest = Math.max(...lengths)
    const bit = wrappers[lengths.indexOf(longest)]
    const run = runs[at]
    if (longest === 0 || bit === undefined) {
      if (run) result.push(...leaf(run, saying))
      at += 1
    } else {
      const inner = runs.slice(at, at + longest).map(({ node, format }) => ({ node, format: format & ~bit }))
      result.push(...wrap(bit, nest(inner, saying)))
      at += longest
    }
  }
  return result
}

function lengthOf(runs: Run[], start: number, bit: number): number {
  let end = start
  while (runs[end] && (runs[end] as Run).format & bit) end += 1
  return end - start
}

function wrap(bit: number, children: PhrasingContent[]): PhrasingContent[] {
  switch (bit) {
    case textFormat.bold:
      return [{ type: 'strong', children }]
    case textFormat.italic:
      return [{ type: 'emphasis', children }]
    case textFormat.strikethrough:
      return [{ type: 'delete', children }]
    case textFormat.underline:
      return element('u', children)
    case textFormat.subscript:
      return element('sub', children)
    default:
      return element('sup', children)
  }
}

function element(name: string, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }]
}

function leaf({ node, format }: Run, saying: Saying): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return format & textFormat.code
        ? [{ type: 'inlineCode', value: String(node.text) }]
        : [{ type: 'text', value: String(node.text) }]
    case 'linebreak':
      return [{ type: 'break' }]
    case 'link':
    case 'autolink':
      return linkToMdast(node, saying)
    case 'inlineBlock':
      return inlineBlockToMdast(node, saying)
    default:
      throw new UnsayableError(node.type)
  }
}

function linkToMdast(node: LexicalNode, saying: Saying): PhrasingContent[] {
  const { url = '', newTab, linkType, doc } = (node.fields ?? {}) as LinkFields
  const address = linkType === 'internal' ? saying.addresses.document(doc) : url
  if (!address) throw new UnsayableError('a link that leads nowhere')
  const children = inlineToMdast(node.children ?? [], saying)
  if (newTab) {
    const open = `<a href="${attributeText(address)}" target="_blank">`
    return [{ type: 'html', value: open }, ...children, { type: 'html', value: '</a>' }]
  }
  return [{ type: 'link', url: address, children: children as never }]
}

type LinkFields = {
  url?: string
  newTab?: boolean
  linkType?: string
  doc?: { relationTo?: string; value?: unknown }
}

function inlineBlockToMdast({ fields = {} }: LexicalNode, saying: Saying): PhrasingContent[] {
  if (fields.blockType === 'anchor') {
    return [
      { type: 'html', value: `<a id="${attributeText(String(fields.name))}">` },
      { type: 'html', value: '</a>' },
    ]
  }
  if (fields.blockType !== 'footnote') throw new UnsayableError(String(fields.blockType))
  const note = fields.note as { root?: LexicalNode } | undefined
  const label = saying.note(note?.root?.children ?? [])
  return [{ type: 'footnoteReference', identifier: label, label }]
}

export function attributeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
