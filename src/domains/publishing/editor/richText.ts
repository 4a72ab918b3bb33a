import type { SerializedEditorState, SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical'

/** A rich text value as it is stored. */
export type RichText = SerializedEditorState

/** Any node of one: what kinds carry beside `type` is told by their feature. */
export type RichTextNode = SerializedLexicalNode & {
  children?: RichTextNode[]
  text?: string
  fields?: Record<string, unknown> & { blockType?: string }
}

export function rootNodes(body: RichText | null | undefined): RichTextNode[] {
  return (body?.root.children ?? []) as RichTextNode[]
}

/** The words a reader reads, in order, separated by spaces. Code counts, notes inside of blocks do too. */
export function plainText(nodes: RichTextNode[]): string {
  const words: string[] = []
  collectWords(nodes, words)
  return words.join('').replace(/\s+/g, ' ').trim()
}

function collectWords(nodes: RichTextNode[], words: string[]): void {
  for (const node of nodes) {
    if (typeof node.text === 'string') words.push(node.text)
    if (node.type === 'linebreak' || node.type === 'tab') words.push(' ')
    if (node.children) collectWords(node.children, words)
    if (node.fields) collectFieldWords(node.fields, words)
    if (node.type !== 'text' && node.type !== 'link' && node.type !== 'autolink') words.push(' ')
  }
}

function collectFieldWords(fields: Record<string, unknown>, words: string[]): void {
  if (typeof fields.code === 'string') words.push(fields.code)
  for (const value of [fields.content, fields.note]) {
    const nested = value as RichText | undefined
    if (nested?.root?.children) collectWords(nested.root.children as RichTextNode[], words)
  }
}
