/** Gives a text its paragraphs as WordPress does: a blank line parts them, a single line end is a line break. */
import type { Element, ElementContent, Root, Text } from 'hast'
import { isElement } from '../../../lexical/context'
import { isBlockElement } from '../../../lexical/inline'

type Parent = Root | Element

/** Elements whose own text is parted. In those of the second kind a single paragraph needs no element. */
const flowElements = new Set(
  'div blockquote section article aside details main header footer center form'.split(' '),
)
const compactElements = new Set('li td th dd dt figcaption caption summary address'.split(' '))
const verbatim = new Set('pre script style textarea code svg'.split(' '))

export function addParagraphs(tree: Root): void {
  partOf(tree, false)
}

function partOf(parent: Parent, isCompact: boolean): void {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    result.push(...paragraphsOf(run, isCompact))
    run = []
  }
  for (const node of parent.children as ElementContent[]) {
    if (isElement(node) && isBlockElement(node)) {
      endRun()
      descend(node)
      result.push(node)
    } else if (node.type !== 'comment') run.push(node)
  }
  endRun()
  parent.children = result
}

function descend(node: Element): void {
  if (verbatim.has(node.tagName)) return
  if (flowElements.has(node.tagName)) partOf(node, false)
  else if (compactElements.has(node.tagName)) partOf(node, true)
  else if (node.tagName === 'p' || /^h[1-6]$/.test(node.tagName))
    node.children = withBreaks(trimmed(node.children))
  else for (const child of node.children) if (isElement(child)) descend(child)
}

function paragraphsOf(run: ElementContent[], isCompact: boolean): ElementContent[] {
  const parts = partsAtBlankLines(run)
    .map(trimmed)
    .filter((part) => part.length > 0)
  const isSingle = isCompact && parts.length === 1
  return parts.flatMap((part): ElementContent[] =>
    isSingle
      ? withBreaks(part)
      : [{ type: 'element', tagName: 'p', properties: {}, children: withBreaks(part) }],
  )
}

/** Parts of a run of text; an element that holds a blank line is parted with it. */
function partsAtBlankLines(run: ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  const add = (node: ElementContent) => parts.at(-1)?.push(node)
  for (const node of run) {
    if (node.type === 'text') {
      node.value.split(/\n[ \t]*\n\s*/).forEach((value, index) => {
        if (index > 0) parts.push([])
        if (value !== '') add({ type: 'text', value })
      })
    } else if (isElement(node) && !verbatim.has(node.tagName) && node.children.length > 0) {
      partsAtBlankLines(node.children).forEach((children, index) => {
        if (index > 0) parts.push([])
        if (children.length > 0) add({ ...node, children })
      })
    } else add(node)
  }
  return parts
}

function withBreaks(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'text') return lines(node, nodes[index - 1], nodes[index + 1])
    if (isElement(node) && !verbatim.has(node.tagName) && node.tagName !== 'br')
      return [{ ...node, children: withBreaks(node.children) }]
    return [node]
  })
}

/** A line end beside a break that is already there says nothing more. */
function lines({ value }: Text, before?: ElementContent, after?: ElementContent): ElementContent[] {
  const isBreak = (node?: ElementContent) => node !== undefined && isElement(node) && node.tagName === 'br'
  const plain = (isBreak(before) ? value.replace(/^\s*\n/, '') : value).replace(
    isBreak(after) ? /\n\s*$/ : /$^/,
    '',
  )
  return plain.split('\n').flatMap((line, index): ElementContent[] => {
    const text: Text = { type: 'text', value: line }
    if (index === 0) return [text]
    return [{ type: 'element', tagName: 'br', properties: {}, children: [] }, text]
  })
}

/** Without white space at either end. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const isBlank = (node?: ElementContent) => node?.type === 'text' && node.value.trim() === ''
  let from = 0
  let to = nodes.length
  while (from < to && isBlank(nodes[from])) from += 1
  while (to > from && isBlank(nodes[to - 1])) to -= 1
  return nodes.slice(from, to).map((node, index, all) => {
    if (node.type !== 'text') return node
    let { value } = node
    if (index === 0) value = value.trimStart()
    if (index === all.length - 1) value = value.trimEnd()
    return { ...node, value }
  })
}
