/** Markdown of our own export as rich text: pictures and documents of the folder are known by their ids. */
import type { Places } from '../../exporting/markdown/Places'
import { type LexicalNode, visitNodes } from '../lexical/nodes'
import { convertMarkdown } from '../markdown/body/convertMarkdown'
import { isNode } from './isNode'

/** The language of a fence that holds a node of the editor. */
export const nodeLanguage = 'masthead-node'

const dialect = { kramdown: false, mdx: false, wiki: false, smart: false }
const noFragments: ReadonlySet<string> = new Set()

/** @throws DocumentError */
export function readOwnMarkdown(source: string, places: Places, file: string): LexicalNode[] {
  const { body } = convertMarkdown({
    source,
    file,
    sourceId: file,
    dialect,
    wantedFragments: noFragments,
    lineOffset: 0,
  })
  // An empty text is an empty paragraph to the converter.
  if (source.trim() === '') return []
  return (body.root.children ?? []).map((node) => {
    const kept = nodeIn(node)
    if (!kept) visitNodes(node, (each) => settle(each, places, file))
    return kept ?? node
  })
}

/** The node that a fence of ours holds, with the ids that it had. */
function nodeIn(node: LexicalNode): LexicalNode | undefined {
  const { blockType, language, code } = node.fields ?? {}
  if (blockType !== 'code' || language !== nodeLanguage) return undefined
  try {
    const value: unknown = JSON.parse(String(code))
    return isNode(value) ? value : undefined
  } catch {
    return undefined
  }
}

function settle(node: LexicalNode, places: Places, file: string): void {
  if (node.type === 'upload') node.value = idOfMedia(node.value, places, file)
  if (node.fields?.blockType === 'gallery' && Array.isArray(node.fields.images)) {
    for (const image of node.fields.images as { media: unknown }[])
      image.media = idOfMedia(image.media, places, file)
  }
  if (node.type === 'link') settleLink(node, places, file)
}

/** What the folder does not hold stays an address, which the restoring reports. */
function idOfMedia(value: unknown, places: Places, file: string): unknown {
  if (typeof value !== 'object' || value === null || !('src' in value)) return value
  const { src } = value as { src: string }
  return places.mediaAt(src, file) ?? src
}

function settleLink(node: LexicalNode, places: Places, file: string): void {
  const { url, linkType } = node.fields as { url?: string; linkType?: string }
  if (!url || linkType === 'internal') return
  const place = /^(?:[a-z]+:|[/#])/i.test(url) ? undefined : places.documentAt(url, file)
  if (place) {
    const { url: _url, ...fields } = node.fields ?? {}
    node.fields = { ...fields, linkType: 'internal', doc: { relationTo: place.kind, value: place.id } }
  } else if (isBare(node, url)) node.type = 'autolink'
}

/** `<https://…>`: the editor makes these while one types. */
function isBare({ children = [] }: LexicalNode, url: string): boolean {
  const [only] = children
  return children.length === 1 && only?.type === 'text' && only.text === url && /^https?:/.test(url)
}
