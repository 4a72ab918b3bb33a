import type { Element, ElementContent, Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import type { Code, FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from 'mdast'
import { type Handlers, toHast as mdastToHast, type State } from 'mdast-util-to-hast'
import type { HastContent } from '../../lexical/context'
import { isElement } from '../../lexical/context'
import { mdxHandlers } from './mdx'

type Report = (code: string, message: string, line?: number) => void

/** HTML tree of a Markdown tree; raw HTML parsed, footnotes taken out of the text and kept by their label. */
export function toHast(tree: Root, report: Report): { tree: HastRoot; notes: Map<string, HastContent[]> } {
  const handlers = { ...ownHandlers, ...mdxHandlers(tree, report) } as unknown as Handlers
  const hast = mdastToHast(tree, { allowDangerousHtml: true, handlers }) as HastRoot
  const parsed = holdsHtml(tree) ? (raw(hast) as HastRoot) : hast
  const notes = new Map<string, HastContent[]>()
  takeNotes(parsed, notes)
  return { tree: parsed, notes }
}

const ownHandlers = {
  code(_state: State, node: Code): Element {
    const language = node.lang?.replace(/^\{?\.?|[{},:].*$/g, '').trim()
    const title = codeTitle(node)
    const code: Element = {
      type: 'element',
      tagName: 'code',
      properties: {
        ...(language ? { className: [`language-${language}`] } : {}),
        ...(title ? { dataTitle: title } : {}),
      },
      children: [{ type: 'text', value: node.value }],
    }
    return { type: 'element', tagName: 'pre', properties: {}, children: [code], position: node.position }
  },
  footnoteReference(_state: State, node: FootnoteReference): Element {
    return {
      type: 'element',
      tagName: 'x-footnote',
      properties: { dataId: node.identifier },
      children: [],
      position: node.position,
    }
  },
  footnoteDefinition(state: State, node: FootnoteDefinition): Element {
    const children = state.all(node) as ElementContent[]
    return { type: 'element', tagName: 'x-footnote-body', properties: { dataId: node.identifier }, children }
  },
}

/** ` ```ts title="src/a.ts" `, ` ```ts {name: "a.ts"} ` and ` ```ts:src/a.ts `. */
function codeTitle({ lang, meta }: Code): string | undefined {
  const stated = /(?:title|filename|file|name|caption)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(
    meta ?? '',
  )
  return stated?.[1] ?? stated?.[2] ?? stated?.[3] ?? /^[\w-]+:(\S+)$/.exec(lang ?? '')?.[1]
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && (node as Parents).children.some(holdsHtml))
}

function takeNotes(node: HastRoot | Element, notes: Map<string, HastContent[]>): void {
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (!isElement(child)) return true
    takeNotes(child, notes)
    if (child.tagName !== 'x-footnote-body') return true
    const label = String(child.properties.dataId ?? '')
    if (!notes.has(label)) notes.set(label, child.children)
    return false
  })
}
