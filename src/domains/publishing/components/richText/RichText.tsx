import { cn } from '@/src/components/cn'
import { type RichText as RichTextValue, rootNodes } from '../../editor/richText'
import type { ShownQuote } from '../../listMarketQuotes'
import type { RichTextContext, SignUpSlot } from './context'
import { Footnotes } from './Footnotes'
import { highlightCode } from './highlightCode'
import { planRichText, type RichTextPlan } from './planRichText'
import { renderNodes } from './renderNodes'

interface RichTextProps {
  value: RichTextValue | null | undefined
  /** The plan, where the page made one already for its table of contents. */
  plan?: RichTextPlan
  quotes?: ShownQuote[]
  signUp?: SignUpSlot
  className?: string
}

/** Characters of code that are coloured in one document; what follows is shown plain. */
const highlightBudget = 200_000

/** A rich text value as a page shows it: every node of the editor, and words of those it does not know. */
export async function RichText({
  value,
  plan = planRichText(value),
  quotes = [],
  signUp,
  className,
}: RichTextProps) {
  const nodes = rootNodes(value)
  if (nodes.length === 0) return null
  const context: RichTextContext = {
    plan,
    highlighted: await highlightAll(plan),
    quotes: new Map(quotes.map((quote) => [quote.symbol, quote])),
    signUp,
  }
  return (
    <div className={cn('prose', className)}>
      {renderNodes(nodes, context)}
      <Footnotes context={context} />
    </div>
  )
}

async function highlightAll({ code }: RichTextPlan): Promise<RichTextContext['highlighted']> {
  const highlighted: RichTextContext['highlighted'] = new Map()
  let spent = 0
  for (const node of code) {
    const text = String(node.fields?.code ?? '')
    spent += text.length
    if (spent > highlightBudget) break
    const html = await highlightCode(text, String(node.fields?.language ?? 'text'))
    if (html !== null) highlighted.set(node, html)
  }
  return highlighted
}
