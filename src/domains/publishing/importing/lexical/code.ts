import type { Element } from 'hast'
import type { Context, HastContent } from './context'
import { attribute, classNames, isElement, textContent } from './context'
import { block, type LexicalNode } from './nodes'

export function codeOf(node: Element, context: Context): LexicalNode {
  const inner = node.children.find((child): child is Element => isElement(child) && child.tagName === 'code')
  const language = languageOf(inner) ?? languageOf(node) ?? 'text'
  const title = attribute(inner ?? node, 'dataTitle')
  const code = linesOf(node).replace(/^\n/, '').replace(/\n$/, '')
  return block(context.document.nextId(), 'code', {
    language,
    code: code === '' ? ' ' : code,
    ...(title ? { title } : {}),
  })
}

/** Its text; some editors write line ends of code as elements. */
function linesOf(node: HastContent): string {
  if (isElement(node) && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(linesOf).join('') : textContent(node)
}

function languageOf(node: Element | undefined): string | undefined {
  if (!node) return undefined
  const name = classNames(node).find((className) => /^(?:language|lang|highlight-source)-/.test(className))
  const brush = /(?:^|\s)brush:\s*([\w+#-]+)/.exec(classNames(node).join(' '))?.[1]
  const stated = attribute(node, 'dataLanguage') ?? brush
  return (stated ?? name?.replace(/^(?:language|lang|highlight-source)-/, ''))?.toLowerCase()
}
