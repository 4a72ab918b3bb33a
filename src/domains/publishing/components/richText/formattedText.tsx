import type { ReactNode } from 'react'
import type { RichTextNode } from '../../editor/richText'
import { property } from './context'

/** Bits of a text node's `format`, the innermost element first. Source: lexical/LexicalConstants. */
const formats: [bit: number, wrap: (text: ReactNode) => ReactNode][] = [
  [16, (text) => <code>{text}</code>],
  [1, (text) => <strong>{text}</strong>],
  [2, (text) => <em>{text}</em>],
  [4, (text) => <s>{text}</s>],
  [8, (text) => <u>{text}</u>],
  [32, (text) => <sub>{text}</sub>],
  [64, (text) => <sup>{text}</sup>],
  [128, (text) => <mark>{text}</mark>],
]

export function formattedText(node: RichTextNode): ReactNode {
  const format = Number(property(node, 'format') ?? 0)
  let shown: ReactNode = node.text ?? ''
  for (const [bit, wrap] of formats) if (format & bit) shown = wrap(shown)
  return shown
}
