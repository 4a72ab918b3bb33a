import type { Element, Root } from 'hast'
import { attribute, isElement } from '../lexical/context'
import { filledChildren, mapElements } from './walk'

/** A picture that links to its own larger file becomes that file: the site offers its sizes itself. */
export function unwrapFullSize(tree: Root): void {
  mapElements(tree, (node) => {
    const picture = node.tagName === 'a' ? onlyPicture(node) : undefined
    const href = attribute(node, 'href')
    if (!picture || !href || stemOf(href) !== stemOf(attribute(picture, 'src') ?? '')) return [node]
    return [{ ...picture, properties: { ...picture.properties, src: href } }]
  })
}

function onlyPicture(node: Element): Element | undefined {
  const [only, ...others] = filledChildren(node)
  return only && others.length === 0 && isElement(only) && only.tagName === 'img' ? only : undefined
}

/** Name of a picture's file without what tells its sizes apart. */
function stemOf(address: string): string | undefined {
  const name = /([^/?#]+)\.(?:png|jpe?g|gif|webp|avif)(?:[?#].*)?$/i.exec(address)?.[1]
  return name?.replace(/-(?:\d+x\d+|scaled|e\d{10,})$/, '').toLowerCase()
}
