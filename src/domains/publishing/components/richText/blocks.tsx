import type { ReactNode } from 'react'
import type {
  CodeBlock as CodeFields,
  EmbedBlock as EmbedFields,
  GalleryBlock as GalleryFields,
  NewsletterBlock as NewsletterFields,
} from '@/payload-types'
import { type RichText, type RichTextNode, rootNodes } from '../../editor/richText'
import { CalloutBlock } from '../blocks/CalloutBlock'
import { CodeBlock } from '../blocks/CodeBlock'
import { EmbedBlock } from '../blocks/EmbedBlock'
import { GalleryBlock } from '../blocks/GalleryBlock'
import { NewsletterBlock } from '../blocks/NewsletterBlock'
import { QuotePriceBlock } from '../blocks/QuotePriceBlock'
import { type RichTextContext, textOf } from './context'
import { renderNodes } from './renderNodes'

type BlockRenderer = (node: RichTextNode, context: RichTextContext) => ReactNode

/** The blocks of the editor by their `blockType`. */
const blocks: Record<string, BlockRenderer> = {
  code: (node, { highlighted }) => (
    <CodeBlock {...fieldsOf<CodeFields>(node)} html={highlighted.get(node) ?? null} />
  ),
  callout: (node, context) => (
    <CalloutBlock tone={textOf(node.fields?.tone)} title={textOf(node.fields?.title)}>
      {renderNodes(rootNodes(node.fields?.content as RichText | undefined), context)}
    </CalloutBlock>
  ),
  gallery: (node) => <GalleryBlock {...fieldsOf<GalleryFields>(node)} />,
  embed: (node) => <EmbedBlock {...fieldsOf<EmbedFields>(node)} />,
  quotePrice: (node, { quotes }) => {
    const symbol = textOf(node.fields?.symbol).toUpperCase()
    return <QuotePriceBlock symbol={symbol} quote={quotes.get(symbol) ?? null} />
  },
  newsletter: (node, { signUp }) => <NewsletterBlock {...fieldsOf<NewsletterFields>(node)} signUp={signUp} />,
  // The break says where the preview ends; those who read on need not be told.
  paywall: () => null,
}

export const renderBlock: BlockRenderer = (node, context) =>
  blocks[node.fields?.blockType ?? '']?.(node, context) ?? null

/** What the editor's own validation has let through. */
function fieldsOf<Fields>(node: RichTextNode): Fields {
  return node.fields as Fields
}
