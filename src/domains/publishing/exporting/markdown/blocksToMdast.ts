/** Nodes of the editor as a Markdown tree, in the forms that our own Markdown import reads. */
import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { LexicalNode } from '../../importing/lexical/nodes'
import { inlineToMdast, type Saying } from './inlineToMdast'
import { tableToMdast } from './tableToMdast'
import { UnsayableError } from './UnsayableError'

type Block = BlockContent | DefinitionContent

/** @throws UnsayableError */
export function blocksToMdast(nodes: LexicalNode[], saying: Saying): Block[] {
  return nodes.map((node) => blockToMdast(node, saying))
}

function blockToMdast(node: LexicalNode, saying: Saying): Block {
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph':
      return children.length === 0
        ? leaf('blank', {})
        : { type: 'paragraph', children: inlineToMdast(children, saying) }
    case 'heading':
      return headingToMdast(node, saying)
    case 'list':
      return listToMdast(node, saying)
    case 'quote':
      return { type: 'blockquote', children: quoteToMdast(children, saying) }
    case 'horizontalrule':
      return { type: 'thematicBreak' }
    case 'upload':
      return uploadToMdast(node, saying)
    case 'table':
      return tableToMdast(node, saying)
    case 'block':
      return editorBlockToMdast(node.fields ?? {}, saying)
    default:
      throw new UnsayableError(node.type)
  }
}

function headingToMdast({ tag, children = [] }: LexicalNode, saying: Saying): Block {
  const depth = Number(String(tag).slice(1)) as 1 | 2 | 3 | 4 | 5 | 6
  const [first, ...rest] = children
  const name = first?.fields?.blockType === 'anchor' ? String(first.fields.name) : undefined
  const isPlain = name !== undefined && /^[\w:.-]+$/.test(name)
  const words = inlineToMdast(isPlain ? rest : children, saying)
  // Text would be escaped, and the importer reads these braces as they are.
  return {
    type: 'heading',
    depth,
    children: isPlain ? [...words, { type: 'html', value: ` {#${name}}` }] : words,
  }
}

function listToMdast({ listType, start, children = [] }: LexicalNode, saying: Saying): Block {
  const items: ListItem[] = []
  for (const item of children) {
    const [only] = item.children ?? []
    const last = items.at(-1)
    // The editor keeps a nested list in an item of its own; in Markdown it belongs to the item before.
    if (only?.type === 'list' && last) last.children.push(listToMdast(only, saying) as BlockContent)
    else items.push(itemToMdast(item, listType === 'check', saying))
  }
  return {
    type: 'list',
    ordered: listType === 'number',
    start: listType === 'number' ? Number(start ?? 1) : null,
    spread: false,
    children: items,
  }
}

function itemToMdast({ children = [], checked }: LexicalNode, isCheck: boolean, saying: Saying): ListItem {
  const first = children[0]
  const blocks = first?.type === 'list' ? [listToMdast(first, saying)] : paragraphsOf(children, saying)
  return {
    type: 'listItem',
    spread: false,
    ...(isCheck ? { checked: Boolean(checked) } : {}),
    children: blocks as BlockContent[],
  }
}

function quoteToMdast(children: LexicalNode[], saying: Saying): Block[] {
  const [only] = children
  return children.length === 1 && only?.type === 'list'
    ? [listToMdast(only, saying)]
    : paragraphsOf(children, saying)
}

/** The editor's quotes and items hold one run of text, where two line breaks part paragraphs. */
function paragraphsOf(children: LexicalNode[], saying: Saying): Block[] {
  const parts: LexicalNode[][] = [[]]
  children.forEach((node, index) => {
    const isGap = node.type === 'linebreak' && children[index + 1]?.type === 'linebreak'
    const isAfterGap = node.type === 'linebreak' && children[index - 1]?.type === 'linebreak'
    if (isGap) parts.push([])
    else if (!isAfterGap) parts.at(-1)?.push(node)
  })
  return parts.map((part) => ({ type: 'paragraph', children: inlineToMdast(part, saying) }))
}

function uploadToMdast({ value, fields = {} }: LexicalNode, { addresses }: Saying): Block {
  const url = addresses.media(value)
  if (!url) throw new UnsayableError('a picture that is gone')
  const caption = words(fields.caption)
  const size = words(fields.size)
  if (size && size !== 'normal') return leaf('picture', { src: url, caption, size })
  return { type: 'paragraph', children: [{ type: 'image', url, alt: '', title: caption ?? null }] }
}

function editorBlockToMdast(fields: Record<string, unknown>, saying: Saying): Block {
  switch (fields.blockType) {
    case 'code':
      return codeToMdast(fields)
    case 'callout': {
      const content = fields.content as { root?: LexicalNode } | undefined
      const attributes = { tone: words(fields.tone), title: words(fields.title) }
      return container('callout', attributes, blocksToMdast(content?.root?.children ?? [], saying))
    }
    case 'gallery':
      return container('gallery', {}, galleryToMdast(fields.images, saying))
    case 'embed':
      return leaf('embed', {
        url: words(fields.url),
        title: words(fields.title),
        caption: words(fields.caption),
      })
    case 'quotePrice':
      return leaf('quote-price', { symbol: words(fields.symbol) })
    case 'newsletter':
      return leaf('newsletter', { heading: words(fields.heading), text: words(fields.text) })
    case 'paywall':
      return leaf('paywall', { note: words(fields.note) })
    default:
      throw new UnsayableError(String(fields.blockType))
  }
}

function codeToMdast({ language, title, code }: Record<string, unknown>): Block {
  const name = words(title)
  if (name?.includes('"')) throw new UnsayableError('a title with quotation marks')
  // A title needs a language before it.
  const lang = words(language) ?? 'text'
  // The import takes one line end off either side.
  const value = String(code ?? '')
    .replace(/^\n/, '\n\n')
    .replace(/\n$/, '\n\n')
  return { type: 'code', lang, meta: name ? `title="${name}"` : null, value }
}

function galleryToMdast(images: unknown, { addresses }: Saying): Block[] {
  return (Array.isArray(images) ? images : []).map((image: { media?: unknown; caption?: unknown }) => {
    const url = addresses.media(image.media)
    if (!url) throw new UnsayableError('a picture that is gone')
    return {
      type: 'paragraph',
      children: [{ type: 'image', url, alt: '', title: words(image.caption) ?? null }],
    }
  })
}

type Attributes = Record<string, string | undefined>

function leaf(name: string, attributes: Attributes): Block {
  const node: LeafDirective = { type: 'leafDirective', name, attributes: filled(attributes), children: [] }
  return node as RootContent as Block
}

function container(name: string, attributes: Attributes, children: Block[]): Block {
  const node: ContainerDirective = {
    type: 'containerDirective',
    name,
    attributes: filled(attributes),
    children,
  }
  return node as RootContent as Block
}

function filled(attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
