import type { ElementContent, Root } from 'hast'
import { elementsOf, filledChildren, mapElements } from '../../html/walk'
import { attribute } from '../../lexical/context'
import { isEmbeddable } from '../../lexical/embeds'
import { localPart } from '../../localPart'

/** An address alone in a paragraph is an embed to WordPress; players of the site's own files keep those files. */
export function settleLinks(tree: Root, origin: string | undefined): void {
  for (const { node } of elementsOf(tree)) {
    if (node.tagName !== 'video' && node.tagName !== 'source') continue
    const src = attribute(node, 'src')
    const own = src && origin ? localPart(src, origin) : undefined
    if (own) node.properties = { ...node.properties, src: own }
  }
  mapElements(tree, (node) => {
    if (node.tagName !== 'p') return [node]
    const [only, ...others] = filledChildren(node)
    if (!only || others.length > 0 || only.type !== 'text') return [node]
    const url = only.value.trim()
    return /^https?:\/\/[^\s<>]+$/i.test(url) ? [embedOrLink(url)] : [node]
  })
}

function embedOrLink(url: string): ElementContent {
  if (isEmbeddable(url)) return { type: 'element', tagName: 'x-embed', properties: { url }, children: [] }
  const link: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: { href: url },
    children: [{ type: 'text', value: url }],
  }
  return { type: 'element', tagName: 'p', properties: {}, children: [link] }
}
