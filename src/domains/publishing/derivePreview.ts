import { type RichText, type RichTextNode, rootNodes } from './editor/richText'

/** Top-level nodes that make the preview of an article without a paywall break. */
const previewNodes = 3
/** Characters of JSON above which a single node (a huge table, say) is left out of the preview. */
const previewNodeLimit = 20_000

/**
 * What everyone may read of an article that not everyone may read: all before the paywall break, or the first
 * paragraphs where there is none.
 */
export function derivePreview(body: RichText | null | undefined): RichText | null {
  if (!body) return null
  const nodes = rootNodes(body)
  const breakAt = nodes.findIndex((node) => node.fields?.blockType === 'paywall')
  const kept = breakAt >= 0 ? nodes.slice(0, breakAt) : firstParagraphs(nodes)
  return { root: { ...body.root, children: kept } } as RichText
}

function firstParagraphs(nodes: RichTextNode[]): RichTextNode[] {
  const readable = nodes.filter((node) => node.type !== 'horizontalrule')
  const isShort = readable.length <= previewNodes * 2
  return readable
    .slice(0, isShort ? 1 : previewNodes)
    .filter((node) => JSON.stringify(node).length <= previewNodeLimit)
}
