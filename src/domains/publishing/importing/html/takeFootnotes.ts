import type { Element, ElementContent, Root } from 'hast'
import { attribute, classNames, type HastContent, isElement, textContent } from '../lexical/context'
import { elementsOf, filledChildren, mapElements, type Parent } from './walk'

/**
 * Finds footnotes as generators and writers' tools set them: a raised number that links to a note, which links back
 * or stands in a section of notes. The numbers become `x-footnote`, the notes leave the text for `notes`.
 */
export function takeFootnotes(tree: Root, notes: Map<string, HastContent[]>): void {
  const parents = new Map<Element, Parent>()
  const order = new Map<Element, number>()
  const byId = new Map<string, Element>()
  for (const { node, parent } of elementsOf(tree)) {
    parents.set(node, parent)
    order.set(node, order.size)
    const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined)
    if (id && !byId.has(id)) byId.set(id, node)
  }
  const index = { parents, order, byId }
  const references = new Map<Element, string>()
  const found = new Map<string, Element>()
  for (const node of parents.keys()) {
    const label = statedLabel(node, notes) ?? linkedLabel(node, index)
    if (!label) continue
    const note = notes.has(label) ? undefined : noteAt(label, index)
    if (note) found.set(label, note)
    references.set(node, label)
  }
  if (references.size === 0) return
  const called = new Set([...references.keys()].flatMap((node) => [...ownNames(node, parents)]))
  for (const note of found.values()) dropBackLinks(note, called)
  replaceReferences(tree, references, new Set(found.values()))
  for (const [label, note] of found) notes.set(label, note.children)
}

type Index = {
  parents: ReadonlyMap<Element, Parent>
  /** Place of each element in the text. */
  order: ReadonlyMap<Element, number>
  byId: ReadonlyMap<string, Element>
}

/** `<sup data-fn="…">`, whose note was handed over apart from the text. */
function statedLabel(node: Element, notes: ReadonlyMap<string, unknown>): string | undefined {
  const label = attribute(node, 'dataFn')
  return label && notes.has(label) ? label : undefined
}

function linkedLabel(node: Element, index: Index): string | undefined {
  const href = node.tagName === 'a' ? attribute(node, 'href') : undefined
  if (!href?.startsWith('#') || href.length < 2) return undefined
  const label = decoded(href.slice(1))
  const target = index.byId.get(label)
  if (!target || !isRaised(node, index)) return undefined
  const note = noteAround(target, index)
  // A note's own link back to the text looks the same, but leads upwards.
  if ((index.order.get(note) ?? 0) < (index.order.get(node) ?? 0)) return undefined
  return linksBack(note, node, index) || isAmongNotes(target, index) ? label : undefined
}

function isRaised(node: Element, { parents }: Index): boolean {
  const parent = parents.get(node)
  const isMarked =
    attribute(node, 'role') === 'doc-noteref' ||
    attribute(node, 'rel') === 'footnote' ||
    classNames(node).some((name) => /foot-?note|note-?ref|^fn/i.test(name))
  const isBracketed = /^\s*\[\d+\]\s*$/.test(textContent(node))
  const isInSup = parent?.type === 'element' && parent.tagName === 'sup'
  const [only] = filledChildren(node)
  const holdsSup = only !== undefined && isElement(only) && only.tagName === 'sup'
  return isMarked || isBracketed || isInSup || holdsSup
}

function noteAt(label: string, index: Index): Element | undefined {
  const target = index.byId.get(label)
  return target ? noteAround(target, index) : undefined
}

/** The element that holds the note whose target may be a mere anchor at its start. */
function noteAround(target: Element, { parents }: Index): Element {
  let node = target
  while (['a', 'sup', 'span', 'strong', 'b'].includes(node.tagName)) {
    const parent = parents.get(node)
    if (parent?.type !== 'element') return node
    node = parent
  }
  return node
}

function linksBack(note: Element, reference: Element, { parents }: Index): boolean {
  const names = ownNames(reference, parents)
  for (const { node } of elementsOf(note)) {
    const href = node.tagName === 'a' ? attribute(node, 'href') : undefined
    if (href?.startsWith('#') && names.has(decoded(href.slice(1)))) return true
  }
  return false
}

/** Ids under which a note may link back: of the link, of what is in it and of what is around it. */
function ownNames(reference: Element, parents: Index['parents']): Set<string> {
  const parent = parents.get(reference)
  const around = parent?.type === 'element' && parent.tagName === 'sup' ? [parent] : []
  const elements = [reference, ...around, ...[...elementsOf(reference)].map(({ node }) => node)]
  return new Set(elements.flatMap((node) => attribute(node, 'id') ?? attribute(node, 'name') ?? []))
}

function isAmongNotes(target: Element, { parents }: Index): boolean {
  for (let node: Parent | undefined = target; node?.type === 'element'; node = parents.get(node)) {
    if (attribute(node, 'role') === 'doc-endnotes') return true
    if (classNames(node).some((name) => /^(?:wp-block-)?(?:foot|end)-?notes?(?:-|$)/i.test(name))) return true
  }
  return false
}

function dropBackLinks(note: Element, called: ReadonlySet<string>): void {
  const isBackLink = (node: Element): boolean => {
    if (node.tagName !== 'a') return false
    if (attribute(node, 'role') === 'doc-backlink') return true
    if (classNames(node).some((name) => /back-?(?:ref|link)/i.test(name))) return true
    const href = attribute(node, 'href') ?? ''
    return href.startsWith('#') && called.has(decoded(href.slice(1)))
  }
  mapElements(note, (node) => {
    if (isBackLink(node)) return []
    return node.tagName === 'sup' && filledChildren(node).length === 0 ? [] : [node]
  })
}

const noteContainers = new Set(['ol', 'ul', 'section', 'div', 'aside', 'footer', 'dl'])

function replaceReferences(
  tree: Root,
  references: ReadonlyMap<Element, string>,
  taken: ReadonlySet<Element>,
): void {
  const emptied = new Set<Element>()
  for (const { node, parent } of elementsOf(tree))
    if (taken.has(node) && parent.type === 'element') emptied.add(parent)
  mapElements(tree, (node): ElementContent[] => {
    if (taken.has(node)) return []
    const label = references.get(node)
    if (label !== undefined) {
      return [{ type: 'element', tagName: 'x-footnote', properties: { dataId: label }, children: [] }]
    }
    const filled = filledChildren(node)
    const [only] = filled
    if (
      node.tagName === 'sup' &&
      filled.length === 1 &&
      only &&
      isElement(only) &&
      only.tagName === 'x-footnote'
    )
      return [only]
    const isOnlyFrame = filled.every((child) => isElement(child) && /^(?:hr|h[1-6])$/.test(child.tagName))
    const held = emptied.has(node) || (noteContainers.has(node.tagName) && isNotesClass(node))
    return held && isOnlyFrame && noteContainers.has(node.tagName) ? [] : [node]
  })
}

function isNotesClass(node: Element): boolean {
  return classNames(node).some((name) => /(?:foot|end)-?notes/i.test(name))
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
