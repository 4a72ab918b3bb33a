/** `Term` and `: definition` lines, which kramdown, goldmark and PHP Markdown Extra read as definition lists. */
import type { Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'

export function applyDefinitionLists(parent: Parents): void {
  for (const child of parent.children) {
    if ('children' in child && child.type !== 'paragraph') applyDefinitionLists(child as Parents)
  }
  const kept: RootContent[] = []
  for (const child of parent.children as RootContent[]) {
    const previous = kept.at(-1)
    const made = child.type === 'paragraph' ? definitionsOf(child, previous) : undefined
    if (!made) kept.push(child)
    else {
      if (made.usesPrevious) kept.pop()
      kept.push(made.node)
    }
  }
  parent.children = kept as never
}

type Line = PhrasingContent[]

function definitionsOf(node: Paragraph, previous: RootContent | undefined) {
  const lines = linesOf(node)
  const firstDefinition = lines.findIndex(isDefinition)
  if (firstDefinition < 0) return undefined
  if (firstDefinition > 0) {
    const terms = lines.slice(0, firstDefinition)
    if (terms.length > 3) return undefined
    return { node: definitionList(terms, lines.slice(firstDefinition)), usesPrevious: false }
  }
  if (previous?.type !== 'paragraph') return undefined
  const terms = linesOf(previous)
  return terms.length > 3 ? undefined : { node: definitionList(terms, lines), usesPrevious: true }
}

function definitionList(terms: Line[], lines: Line[]): RootContent {
  const definitions: Line[] = []
  for (const line of lines) {
    if (isDefinition(line)) definitions.push(withoutColon(line))
    else definitions.at(-1)?.push({ type: 'text', value: '\n' }, ...line)
  }
  const children = [
    ...terms.map((line) => named('dt', line)),
    ...definitions.map((line) => named('dd', line)),
  ]
  return { type: 'definitionList', data: { hName: 'dl' }, children } as unknown as RootContent
}

function named(hName: string, children: Line) {
  return { type: 'definitionPart', data: { hName }, children }
}

function isDefinition([first]: Line): boolean {
  return first?.type === 'text' && /^:[ \t]/.test(first.value)
}

function withoutColon([first, ...rest]: Line): Line {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(/^:[ \t]+/, '') }, ...rest] : []
}

function linesOf(node: Paragraph): Line[] {
  const lines: Line[] = [[]]
  for (const child of node.children) {
    if (child.type !== 'text') lines.at(-1)?.push(child)
    else {
      child.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([])
        if (value !== '') lines.at(-1)?.push({ type: 'text', value })
      })
    }
  }
  return lines
}
