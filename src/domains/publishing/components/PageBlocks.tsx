import type { ReactNode } from 'react'
import type { Page } from '@/payload-types'
import type { SendContact } from '../contact/ContactState'
import type { RichText as RichTextValue } from '../editor/richText'
import type { ShownQuote } from '../listMarketQuotes'
import { CallToActionBlock } from './blocks/CallToActionBlock'
import { ContactFormBlock } from './blocks/ContactFormBlock'
import { FeaturesBlock } from './blocks/FeaturesBlock'
import { HeroBlock } from './blocks/HeroBlock'
import { PricingBlock } from './blocks/PricingBlock'
import type { SignUpSlot } from './richText/context'
import { RichText } from './richText/RichText'

type PageBlock = NonNullable<Page['layout']>[number]

interface PageBlocksProps {
  blocks: PageBlock[]
  quotes: ShownQuote[]
  /** Level of the heading of a hero that comes first: 1 where the page shows no other title. */
  firstLevel: 1 | 2
  /** Id of the page. */
  page: string
  sendContact: SendContact
  signUp?: SignUpSlot
}

/** The blocks that one of the site's own pages is built of. */
export function PageBlocks({ blocks, firstLevel, ...page }: PageBlocksProps) {
  return blocks.map((block, index) => (
    <div key={block.id} className="contents">
      {renderBlock(block, index === 0 ? firstLevel : 2, page)}
    </div>
  ))
}

function renderBlock(
  block: PageBlock,
  level: 1 | 2,
  { quotes, page, sendContact, signUp }: Omit<PageBlocksProps, 'blocks' | 'firstLevel'>,
): ReactNode {
  switch (block.blockType) {
    case 'hero':
      return <HeroBlock block={block} level={level} />
    case 'richText':
      return (
        <div className="shell py-8">
          <RichText value={block.content as RichTextValue} quotes={quotes} signUp={signUp} />
        </div>
      )
    case 'features':
      return <FeaturesBlock block={block} />
    case 'pricing':
      return <PricingBlock block={block} />
    case 'callToAction':
      return <CallToActionBlock block={block} />
    case 'contactForm':
      return <ContactFormBlock block={block} page={page} send={sendContact} />
    default:
      return block satisfies never
  }
}
