import { ScrollRegion } from '@/src/components/ScrollRegion'
import type { ShownQuote } from '../listMarketQuotes'
import { formatTime } from './formatDate'
import { formatPrice } from './formatPrice'
import { PriceChange } from './PriceChange'

/** Prices in one line that scrolls by hand, with the time they are of. */
export function MarketTicker({ quotes }: { quotes: ShownQuote[] }) {
  if (quotes.length === 0) return null
  const newest =
    quotes
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? ''
  const isStale = quotes.every((quote) => quote.isStale)
  return (
    <section aria-label="Market prices" className="border-b border-rule text-xs">
      <div className="shell flex items-center gap-6">
        <p className="hidden shrink-0 items-center py-2.5 text-ink-soft md:flex">
          {/* A time says when, a mark says that it is too long ago. */}
          As of&nbsp;<time dateTime={newest}>{formatTime(newest)}</time>
          {isStale && <span className="stale">Not current</span>}
        </p>
        <ScrollRegion label="Prices" className="min-w-0 overflow-x-auto py-2.5 [scrollbar-width:none]">
          <ul className="flex gap-7 whitespace-nowrap">
            {quotes.map((quote) => (
              <li key={quote.symbol} className="flex items-baseline gap-2">
                <abbr title={quote.name} className="font-semibold no-underline">
                  {quote.symbol}
                </abbr>
                <span>{formatPrice(quote)}</span>
                <PriceChange change={quote.change24h} />
                {quote.isStale && !isStale && <span className="stale">Not current</span>}
              </li>
            ))}
          </ul>
        </ScrollRegion>
      </div>
      <p className="shell pb-2 text-ink-soft md:hidden">
        As of <time dateTime={newest}>{formatTime(newest)}</time>
        {isStale && <span className="stale">Not current</span>}
      </p>
    </section>
  )
}
