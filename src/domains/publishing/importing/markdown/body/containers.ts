/** GitHub alerts and generic directives, named as the elements that the converter to Lexical knows. */
import type { Blockquote, Nodes, Paragraph, Parents } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toneNamed } from '../../lexical/callouts'

type Report = (code: string, message: string, line?: number) => void

export function applyContainers(parent: Parents, source: string, report: Report): void {
  for (const child of parent.children as Nodes[]) {
    if (child.type === 'blockquote') applyAlert(child)
    if (child.type === 'containerDirective') applyContainer(child, report)
    if (child.type === 'leafDirective') applyLeaf(child, source, report)
    if ('children' in child) applyContainers(child as Parents, source, report)
  }
}

function applyAlert(node: Blockquote): void {
  const first = node.children[0]
  const words = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || words?.type !== 'text') return
  const found = /^\[!(\w+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/.exec(words.value)
  if (!found || !toneNamed(found[1])) return
  words.value = words.value.slice(found[0].length)
  if (words.value === '' && first.children.length === 1) node.children.shift()
  name(node, 'x-callout', { dataTone: found[1]?.toLowerCase(), dataTitle: found[2]?.trim() || undefined })
}

function applyContainer(node: ContainerDirective, report: Report): void {
  const label = takeLabel(node)
  const attributes = node.attributes ?? {}
  if (node.name === 'gallery') {
    name(node, 'x-gallery', {})
    return
  }
  const stated = attributes.tone ?? attributes.type
  const tone = toneNamed(stated ?? undefined) ? stated : node.name
  if (toneNamed(tone ?? undefined)) {
    name(node, 'x-callout', { dataTone: tone, dataTitle: attributes.title ?? label })
    return
  }
  report(
    'UNKNOWN_DIRECTIVE',
    `“:::${node.name}” is not known: its content was kept.`,
    node.position?.start.line,
  )
  name(node, 'div', {})
}

function takeLabel(node: ContainerDirective): string | undefined {
  const first = node.children[0] as Paragraph | undefined
  if (!(first?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) return undefined
  node.children.shift()
  return wordsOf(first as Paragraph)
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const leaves: Record<string, string> = {
  embed: 'x-embed',
  'quote-price': 'x-quote-price',
  newsletter: 'x-newsletter',
  paywall: 'x-paywall',
  picture: 'x-picture',
  blank: 'x-blank',
}

function applyLeaf(node: LeafDirective, source: string, report: Report): void {
  const attributes = node.attributes ?? {}
  const element = leaves[node.name]
  if (element) name(node, element, attributes)
  else if (node.name === 'youtube') {
    name(node, 'x-embed', { url: youtubeAddress(attributes.id ?? wordsOf(node)) })
  } else {
    report(
      'UNKNOWN_DIRECTIVE',
      `“::${node.name}” is not known: it was kept as text.`,
      node.position?.start.line,
    )
    const literal = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
    node.children = [{ type: 'text', value: literal }]
    name(node, 'p', {})
  }
}

export function youtubeAddress(id: string): string {
  return /^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${encodeURIComponent(id.trim())}`
}

function name(node: Nodes, hName: string, hProperties: Record<string, unknown>): void {
  node.data = { ...node.data, hName, hProperties } as never
}
