import type { ShownQuote } from '../../listMarketQuotes'
import { formatTime } from '../formatDate'
import { formatPrice } from '../formatPrice'
import { PriceChange } from '../PriceChange'

/** The newest known price of a symbol, with its time, for a price without one says nothing. */
export function QuotePriceBlock({ symbol, quote }: { symbol: string; quote: ShownQuote | null }) {
  if (!quote) return <p className="quote-price-missing">No price of {symbol} is known.</p>
  return (
    <div className="quote-price">
      <p className="quote-price-name">
        {quote.name} <span>{quote.symbol}</span>
      </p>
      <p className="quote-price-value">
        {formatPrice(quote)} <PriceChange change={quote.change24h} />
      </p>
      <p className="quote-price-time">
        As of <time dateTime={quote.asOf}>{formatTime(quote.asOf)}</time>
        {quote.isStale && <span className="stale">Not current</span>}
      </p>
    </div>
  )
}
