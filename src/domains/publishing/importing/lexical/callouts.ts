import type { Element } from 'hast'
import type { Context } from './context'
import { attribute, classNames, isElement, textContent } from './context'
import { convertBlocks } from './fromHast'
import { block, type LexicalNode, paragraph, text, textFormat } from './nodes'
import { fitsNote } from './notes'

export type Tone = 'info' | 'tip' | 'warning' | 'danger'

const tones: Record<string, Tone> = {
  note: 'info',
  info: 'info',
  important: 'info',
  abstract: 'info',
  summary: 'info',
  question: 'info',
  aside: 'info',
  callout: 'info',
  admonition: 'info',
  notice: 'info',
  details: 'info',
  example: 'info',
  quote: 'info',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  warning: 'warning',
  warn: 'warning',
  attention: 'warning',
  alert: 'warning',
  caution: 'danger',
  danger: 'danger',
  error: 'danger',
  bug: 'danger',
  failure: 'danger',
}

export function toneNamed(name: string | undefined): Tone | undefined {
  return name === undefined ? undefined : tones[name.toLowerCase()]
}

/** The tone of `<div class="notice--warning">` and its like; `undefined` when the class says nothing of the kind. */
export function toneOfClass(node: Element): Tone | undefined {
  const words = classNames(node).flatMap((name) => name.toLowerCase().split(/[-_]+/))
  const known = words
    .map((word) => (word === 'quote' || word === 'example' ? undefined : tones[word]))
    .filter((tone) => tone)
  return known.find((tone) => tone !== 'info') ?? known[0]
}

/** A callout when its content fits the small editor; else its content as it is, under its title. */
export function convertCallout(node: Element, tone: Tone, context: Context): LexicalNode[] {
  const title = attribute(node, 'dataTitle') ?? titleChild(node)
  const content = convertBlocks(
    node.children.filter((child) => !isTitle(child)),
    context,
  )
  if (content.length > 0 && fitsNote(content)) {
    const fields = {
      tone,
      ...(title ? { title } : {}),
      content: { root: { ...rootShape, children: content } },
    }
    return [block(context.document.nextId(), 'callout', fields)]
  }
  return title ? [paragraph([text(title, textFormat.bold)]), ...content] : content
}

const rootShape = { type: 'root', version: 1, format: '', indent: 0, direction: null }

/** `<details>`: its summary is the title. */
export function convertDetails(node: Element, context: Context): LexicalNode[] {
  return convertCallout(node, 'info', context)
}

function isTitle(node: Element['children'][number]): boolean {
  if (!isElement(node)) return false
  return (
    node.tagName === 'summary' ||
    classNames(node).some((name) => /^(?:admonition|callout|alert)-(?:title|heading)$/.test(name))
  )
}

function titleChild(node: Element): string | undefined {
  const title = node.children.find(isTitle)
  return title ? textContent(title).trim() || undefined : undefined
}
