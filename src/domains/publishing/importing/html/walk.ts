import type { Element, ElementContent, Root } from 'hast'
import { isElement } from '../lexical/context'

export type Parent = Root | Element

/** Every element of a tree, parents before children. */
export function* elementsOf(parent: Parent): Generator<{ node: Element; parent: Parent }> {
  for (const child of [...parent.children]) {
    if (!isElement(child)) continue
    yield { node: child, parent }
    yield* elementsOf(child)
  }
}

/** Replaces each element by what `map` makes of it, children first. An empty list removes it. */
export function mapElements(parent: Parent, map: (node: Element) => ElementContent[]): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (!isElement(child)) return [child]
    mapElements(child, map)
    return map(child)
  })
}

export function hasElement(parent: Parent, tagName: string): boolean {
  for (const { node } of elementsOf(parent)) if (node.tagName === tagName) return true
  return false
}

/** Children that are more than white space and comments. */
export function filledChildren(parent: Parent): ElementContent[] {
  return (parent.children as ElementContent[]).filter(
    (child) => isElement(child) || (child.type === 'text' && child.value.trim() !== ''),
  )
}
