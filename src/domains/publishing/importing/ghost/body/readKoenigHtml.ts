/** HTML as Ghost publishes it: its cards are known by their classes. */
import type { Element, ElementContent, Root } from 'hast'
import { elementsOf, mapElements } from '../../html/walk'
import { attribute, classNames, textContent } from '../../lexical/context'
import { buttonOf, calloutOf, linkCard, toggleOf } from './cards'
import { linkTo } from './mediaCards'
import { fragment, h } from './tree'

export function readKoenigHtml(html: string): ElementContent[] {
  const root: Root = { type: 'root', children: fragment(markPaywall(html)) }
  mapElements(root, (node) => {
    const card = classNames(node).find((name) => Object.hasOwn(readers, name))
    return card ? (readers[card]?.(node) ?? [node]) : [node]
  })
  return root.children as ElementContent[]
}

/** The break is a comment, which the parser of a tree would keep where no one looks. */
function markPaywall(html: string): string {
  return html.replace(/<!--\s*members-only\s*-->/gi, '<x-paywall></x-paywall>')
}

const readers: Record<string, (node: Element) => ElementContent[]> = {
  'kg-bookmark-card': (node) => {
    const link = find(node, 'kg-bookmark-container')
    const title = textIn(node, 'kg-bookmark-title')
    return linkCard(
      link ? (attribute(link, 'href') ?? '') : '',
      title,
      textIn(node, 'kg-bookmark-description'),
    )
  },
  'kg-callout-card': (node) => {
    const colour =
      classNames(node).flatMap((name) => /^kg-callout-card-(\w+)$/.exec(name)?.[1] ?? [])[0] ?? ''
    const text = find(node, 'kg-callout-text')
    return [calloutOf(colour, textIn(node, 'kg-callout-emoji'), text?.children ?? [])]
  },
  'kg-toggle-card': (node) => [
    toggleOf(textIn(node, 'kg-toggle-heading-text'), find(node, 'kg-toggle-content')?.children ?? []),
  ],
  'kg-button-card': buttonIn,
  'kg-audio-card': (node) => linkTo(sourceIn(node, 'audio'), textIn(node, 'kg-audio-title'), ''),
  'kg-file-card': (node) => {
    const link = find(node, 'kg-file-card-container')
    const title = textIn(node, 'kg-file-card-title')
    return linkTo(link ? (attribute(link, 'href') ?? '') : '', title, textIn(node, 'kg-file-card-caption'))
  },
  'kg-video-card': (node) => {
    const caption = [...elementsOf(node)].find(({ node: each }) => each.tagName === 'figcaption')?.node
    const video = h('video', { src: sourceIn(node, 'video') })
    return [h('figure', {}, video, ...(caption ? [caption] : []))]
  },
  'kg-product-card': (node) => {
    const image = [...elementsOf(node)].find(({ node: each }) => each.tagName === 'img')?.node
    return [
      ...(image ? [h('figure', {}, image)] : []),
      h('h3', {}, ...(find(node, 'kg-product-card-title')?.children ?? [])),
      ...(find(node, 'kg-product-card-description')?.children ?? []),
      ...buttonIn(node),
    ]
  },
  'kg-header-card': (node) => [
    ...([...elementsOf(node)].some(({ node: each }) => each.tagName === 'img')
      ? [
          h(
            'figure',
            {},
            ...[...elementsOf(node)]
              .filter(({ node: each }) => each.tagName === 'img')
              .map(({ node: each }) => each),
          ),
        ]
      : []),
    h('h2', {}, ...(find(node, 'kg-header-card-heading', 'kg-header-card-header')?.children ?? [])),
    h('p', {}, ...(find(node, 'kg-header-card-subheading', 'kg-header-card-subheader')?.children ?? [])),
    ...buttonIn(node),
  ],
  'kg-signup-card': (node) => [
    h('x-newsletter', {
      heading: textIn(node, 'kg-signup-card-heading'),
      text: textIn(node, 'kg-signup-card-subheading'),
    }),
  ],
}

function find(node: Element, ...names: string[]): Element | undefined {
  for (const { node: each } of elementsOf(node))
    if (classNames(each).some((name) => names.includes(name))) return each
  return undefined
}

function textIn(node: Element, name: string): string {
  const found = find(node, name)
  return found ? textContent(found).replace(/\s+/g, ' ').trim() : ''
}

function buttonIn(node: Element): ElementContent[] {
  for (const { node: each } of elementsOf(node)) {
    const isButton = classNames(each).some((name) => /(?:^kg-btn$|card-button$|card-btn)/.test(name))
    if (isButton && each.tagName === 'a')
      return buttonOf(attribute(each, 'href') ?? '', textContent(each).trim())
  }
  return []
}

function sourceIn(node: Element, tagName: string): string {
  const found = [...elementsOf(node)].find(({ node: each }) => each.tagName === tagName)?.node
  return found ? (attribute(found, 'src') ?? '') : ''
}
