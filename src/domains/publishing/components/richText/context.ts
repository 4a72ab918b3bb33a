import type { ReactNode } from 'react'
import type { RichTextNode } from '../../editor/richText'
import type { ShownQuote } from '../../listMarketQuotes'
import type { RichTextPlan } from './planRichText'

/** Makes the form that signs readers up for the newsletter; `words` stand above it. */
export type SignUpSlot = (words: (string | null | undefined)[]) => ReactNode

/** What the rendering of one document knows beside the node at hand. */
export interface RichTextContext {
  plan: RichTextPlan
  /** Coloured code by node; nodes without an entry are shown plain. */
  highlighted: Map<RichTextNode, string>
  /** By symbol. */
  quotes: Map<string, ShownQuote>
  signUp?: SignUpSlot
}

/** A property of a node whose kind the type does not tell. */
export function property(node: RichTextNode, name: string): unknown {
  return (node as unknown as Record<string, unknown>)[name]
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
