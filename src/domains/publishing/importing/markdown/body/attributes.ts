/** kramdown's attribute lists: `{:#id .class}` on a line before or after a block, after a span, in a heading. */
import type { Nodes, Paragraph, Parents, RootContent, Text } from 'mdast'

type Attributes = { id?: string; classes: string[]; isToc: boolean }

export function applyAttributeLists(parent: Parents): void {
  for (const child of parent.children) {
    if ('children' in child) applyAttributeLists(child as Parents)
  }
  applyToSpans(parent)
  const kept: RootContent[] = []
  const children = parent.children as RootContent[]
  let pending: Attributes[] = []
  children.forEach((child, index) => {
    if (child.type === 'table') takeFromTable(child)
    if (child.type === 'heading') takeFromHeading(child)
    if (child.type === 'paragraph') {
      const standalone = attributeLinesOnly(child)
      if (standalone) {
        const previous = kept.at(-1)
        if (previous && touches(previous, child)) {
          for (const found of standalone) decorate(previous, found)
        } else if (touches(child, children[index + 1])) pending.push(...standalone)
        if (previous && standalone.some(({ isToc }) => isToc) && touches(previous, child)) kept.pop()
        return
      }
      takeFromParagraph(child, parent, index === 0)
    }
    for (const attributes of pending) decorate(child, attributes)
    pending = []
    if (!isTocList(child)) kept.push(child)
  })
  parent.children = kept as never
}

const wholeLine = /^[ \t]*\{:([^}\n]*)\}[ \t]*$/

function attributeLinesOnly(node: Paragraph): Attributes[] | undefined {
  const [only] = node.children
  if (node.children.length !== 1 || only?.type !== 'text') return undefined
  const lines = only.value.split('\n').map((line) => wholeLine.exec(line)?.[1])
  return lines.every((line) => line !== undefined)
    ? lines.map((line) => parseAttributes(line ?? ''))
    : undefined
}

function takeFromParagraph(node: Paragraph, parent: Parents, isFirst: boolean): void {
  const first = node.children[0]
  if (first?.type === 'text') {
    const start = /^\{:([^}\n]*)\}[ \t]*(\n?)/.exec(first.value)
    if (start) {
      first.value = first.value.slice(start[0].length)
      const owner = parent.type === 'listItem' && isFirst ? parent : node
      decorate(owner, parseAttributes(start[1] ?? ''))
    }
  }
  const last = node.children.at(-1)
  if (last?.type === 'text') {
    const end = /(?:^|\n)\{:([^}\n]*)\}\s*$/.exec(last.value)
    if (end) {
      last.value = last.value.slice(0, end.index)
      const owner = parent.type === 'blockquote' || parent.type === 'listItem' ? parent : node
      decorate(owner, parseAttributes(end[1] ?? ''))
    }
  }
}

function takeFromHeading(node: Parents): void {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return
  const end = /[ \t]*\{:?[ \t]*([#.][^}\n]*)\}[ \t]*$/.exec(last.value)
  if (!end) return
  last.value = last.value.slice(0, end.index)
  decorate(node, parseAttributes(end[1] ?? ''))
}

/** A table swallows the line after it. */
function takeFromTable(node: Parents): void {
  const last = node.children.at(-1) as Parents | undefined
  const cell = last?.children[0] as Parents | undefined
  const words = cell?.children[0] as Text | undefined
  const found = words?.type === 'text' && cell?.children.length === 1 ? wholeLine.exec(words.value) : null
  if (!found || node.children.length < 2) return
  node.children.pop()
  decorate(node, parseAttributes(found[1] ?? ''))
}

function applyToSpans(parent: Parents): void {
  parent.children.forEach((child, index) => {
    const previous = parent.children[index - 1]
    if (child.type !== 'text' || !previous || previous.type === 'text' || previous.type === 'break') return
    const start = /^\{:([^}\n]*)\}/.exec(child.value)
    if (!start || !isSpan(previous)) return
    child.value = child.value.slice(start[0].length)
    decorate(previous, parseAttributes(start[1] ?? ''))
  })
}

function isSpan(node: Nodes): boolean {
  return ['link', 'linkReference', 'image', 'imageReference', 'emphasis', 'strong', 'inlineCode'].includes(
    node.type,
  )
}

function parseAttributes(source: string): Attributes {
  const id = /(?:^|\s|:)#([\w:.-]+)/.exec(source)?.[1] ?? /\bid=["']([^"']+)["']/.exec(source)?.[1]
  const classes = [...source.matchAll(/(?:^|\s|:)\.([\w-]+)/g)].map((found) => found[1] ?? '')
  return { id, classes, isToc: /(?:^|\s)toc(?:\s|$)/.test(source) }
}

function decorate(node: Nodes, { id, classes, isToc }: Attributes): void {
  if (node.type === 'code') {
    const language = classes.find((name) => name.startsWith('language-'))
    if (language && !node.lang) node.lang = language.slice('language-'.length)
    return
  }
  const data = (node.data ?? {}) as { hProperties?: Record<string, unknown>; isToc?: boolean }
  const before = data.hProperties ?? {}
  const className = [...((before.className as string[] | undefined) ?? []), ...classes]
  data.hProperties = { ...before, ...(id ? { id } : {}), ...(className.length > 0 ? { className } : {}) }
  if (isToc) data.isToc = true
  node.data = data as never
}

/** `1. toc` + `{:toc}`: where the source put its table of contents, which our site makes itself. */
function isTocList(node: Nodes): boolean {
  if (node.type !== 'list') return false
  const marked = (each: Nodes): boolean => Boolean((each.data as { isToc?: boolean } | undefined)?.isToc)
  return marked(node) || node.children.some(marked)
}

function touches(before: Nodes | undefined, after: Nodes | undefined): boolean {
  const end = before?.position?.end.line
  const start = after?.position?.start.line
  return end !== undefined && start !== undefined && start - end === 1
}
