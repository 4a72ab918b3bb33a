/** Small builders of HTML trees. */
import type { Element, ElementContent, Properties } from 'hast'
import { parseHtml } from '../../html/convertHtml'
import { textContent } from '../../lexical/context'

export function h(tagName: string, properties: Properties, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

export function words(value: string): ElementContent {
  return { type: 'text', value }
}

export function fragment(html: string): ElementContent[] {
  return parseHtml(html).children as ElementContent[]
}

/** The words of an HTML fragment. */
export function plain(html: string): string {
  return textContent({ type: 'root', children: fragment(html) })
    .replace(/\s+/g, ' ')
    .trim()
}
