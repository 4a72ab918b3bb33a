import type { Element } from 'hast'
import type { Context } from './context'
import { attribute, classNames, isElement, textContent } from './context'
import { block, type LexicalNode } from './nodes'

export function codeOf(node: Element, context: Context): LexicalNode {
  const inner = node.children.find((child): child is Element => isElement(child) && child.tagName === 'code')
  const language = languageOf(inner) ?? languageOf(node) ?? 'text'
  const title = attribute(inner ?? node, 'dataTitle')
  const code = textContent(node).replace(/^\n/, '').replace(/\n$/, '')
  return block(context.document.nextId(), 'code', {
    language,
    code: code === '' ? ' ' : code,
    ...(title ? { title } : {}),
  })
}

function languageOf(node: Element | undefined): string | undefined {
  if (!node) return undefined
  const name = classNames(node).find((className) => /^(?:language|lang|highlight-source)-/.test(className))
  return name?.replace(/^(?:language|lang|highlight-source)-/, '').toLowerCase()
}
