/** What a body says, without the technical keys in which two copies of it may differ. */
import { type LexicalNode, textFormat } from '../../importing/lexical/nodes'

export function meaningOf(node: LexicalNode): unknown {
  const { type, children, fields, ...rest } = node
  return {
    type,
    ...meaningfulKeys(type, rest),
    ...(fields ? { fields: meaningOfFields(fields) } : {}),
    ...(children ? { children: withoutEnds(type, joined(children)).map(meaningOf) } : {}),
  }
}

const technical = new Set(['id', 'version', 'direction', 'textFormat', 'textStyle', 'detail', 'mode'])
/** Derived by the editor from where the node stands. */
const derived: Record<string, string[]> = {
  list: ['tag'],
  listitem: ['value', 'indent'],
  root: ['format', 'indent'],
}
const defaults: Record<string, unknown[]> = {
  format: ['', 0],
  indent: [0],
  style: [''],
  start: [1],
  headerState: [0],
  colSpan: [1],
  rowSpan: [1],
  size: ['normal'],
  newTab: [false],
  linkType: ['custom'],
  blockName: [''],
}

function meaningfulKeys(type: string, keys: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(keys)
      .filter(([key]) => !technical.has(key) && !derived[type]?.includes(key))
      .filter(([key, value]) => value !== null && value !== undefined && !defaults[key]?.includes(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function meaningOfFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([, value]) => value !== '')
  return Object.fromEntries(
    Object.entries(meaningfulKeys('fields', Object.fromEntries(kept))).map(([key, value]) => [
      key,
      meaningOfValue(value),
    ]),
  )
}

function meaningOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOfValue)
  if (typeof value !== 'object' || value === null) return value
  if ('root' in value) return meaningOf(value.root as LexicalNode)
  return meaningOfFields(value as Record<string, unknown>)
}

const linesOfText = new Set(['paragraph', 'heading', 'quote', 'listitem'])

/** White space at either end of a paragraph, which no reader ever sees. */
function withoutEnds(type: string, nodes: LexicalNode[]): LexicalNode[] {
  if (!linesOfText.has(type)) return nodes
  return nodes
    .map((node, index) => {
      if (node.type !== 'text' || Number(node.format) & textFormat.code) return node
      let text = String(node.text)
      if (index === 0) text = text.replace(/^[ \n]+/, '')
      if (index === nodes.length - 1) text = text.replace(/[ \n]+$/, '')
      return text === node.text ? node : { ...node, text }
    })
    .filter((node) => node.type !== 'text' || node.text !== '')
}

/** Neighbouring texts of one format are one text. */
function joined(nodes: LexicalNode[]): LexicalNode[] {
  const result: LexicalNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      last.format === node.format &&
      last.style === node.style
    if (isSame && last) result[result.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else result.push(node)
  }
  return result
}
