import type { Element, ElementContent, Root } from 'hast'
import { attribute, classNames, isElement, textContent } from '../lexical/context'
import { elementsOf, mapElements } from './walk'

const galleryClass =
  /^(?:gallery|wp-block-gallery|blocks-gallery-grid|tiled-gallery|wp-block-jetpack-(?:tiled-gallery|slideshow)|kg-gallery-card)$/

/** Marks what a theme styles as a gallery, so that the editor gets a gallery and not a column of pictures. */
export function gatherGalleries(tree: Root): void {
  mapElements(tree, (node) => {
    if (!classNames(node).some((name) => galleryClass.test(name)) || node.tagName === 'x-gallery')
      return [node]
    const pictures = picturesOf(node)
    if (pictures.length === 0 || hasOtherWords(node)) return [node]
    const gallery: Element = { type: 'element', tagName: 'x-gallery', properties: {}, children: pictures }
    return [gallery, ...ownCaption(node)]
  })
}

type Framed = { picture: Element; frame?: Element }

function picturesOf(gallery: Element): Element[] {
  const framed: Framed[] = []
  collect(gallery, undefined, framed)
  return framed.map(({ picture, frame }) => {
    const words = frame ? captionOf(frame) : undefined
    return {
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [picture, ...(words ? [words] : [])],
    }
  })
}

/** Pictures with the smallest frame around each: a figure, an item, a definition list of the old gallery. */
function collect(node: Element, frame: Element | undefined, found: Framed[]): void {
  for (const child of node.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'img') found.push({ picture: child, frame })
    else if (child.tagName === 'x-gallery') found.push(...child.children.filter(isElement).flatMap(framedIn))
    else collect(child, ['figure', 'li', 'dl'].includes(child.tagName) ? child : frame, found)
  }
}

function framedIn(figure: Element): Framed[] {
  const picture = figure.children.find((child) => isElement(child) && child.tagName === 'img')
  return picture && isElement(picture) ? [{ picture, frame: figure }] : []
}

function captionOf(frame: Element): Element | undefined {
  for (const { node } of elementsOf(frame)) {
    if (!isCaption(node)) continue
    const words = textContent(node).trim()
    return words
      ? { type: 'element', tagName: 'figcaption', properties: {}, children: node.children }
      : undefined
  }
  return undefined
}

/** A theme may call a whole text with pictures in it a gallery. */
function hasOtherWords(node: Element): boolean {
  return node.children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== ''
    return isElement(child) && !isCaption(child) && hasOtherWords(child)
  })
}

function isCaption(node: Element): boolean {
  return node.tagName === 'figcaption' || classNames(node).includes('gallery-caption')
}

/** The caption of the gallery as a whole stands under it. */
function ownCaption(gallery: Element): ElementContent[] {
  return gallery.children
    .filter((child): child is Element => isElement(child) && child.tagName === 'figcaption')
    .filter((child) => textContent(child).trim() !== '' && attribute(child, 'hidden') === undefined)
    .map((child) => {
      const words: Element = { type: 'element', tagName: 'em', properties: {}, children: child.children }
      return { type: 'element', tagName: 'p', properties: {}, children: [words] }
    })
}
