import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Front matter is often Markdown: its words, without marks. */
export function plainWords(markdown: string): string {
  if (!/[*_`[\]<>\\&]/.test(markdown)) return markdown.replace(/\s+/g, ' ').trim()
  return wordsIn(fromMarkdown(markdown)).replace(/\s+/g, ' ').trim()
}

function wordsIn(node: Nodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(wordsIn).join(node.type === 'root' ? ' ' : '') : ''
}
