import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'

export interface ShownQuote {
  symbol: string
  name: string
  /** Decimal text. */
  price: string
  /** Per cent, decimal text. */
  change24h: string | null
  currency: string
  asOf: string
  /** Too old to be taken for the present price. */
  isStale: boolean
}

/** Age at which a price of a market that never closes no longer tells where it stands. */
const staleAfterMs = 30 * 60 * 1000
const tickerQuotes = 20

/** The newest known prices: of the given symbols, or of the first ones for the ticker. */
export async function listMarketQuotes(
  req: PayloadRequest,
  { symbols }: { symbols?: string[] } = {},
): Promise<ShownQuote[]> {
  const where: Where | undefined = symbols && {
    symbol: { in: symbols.map((symbol) => symbol.toUpperCase()) },
  }
  const { docs } = await req.payload.find({
    collection: 'market-quotes',
    where,
    limit: symbols ? symbols.length : tickerQuotes,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  return docs.map(({ symbol, name, price, change24h, currency, asOf }) => ({
    symbol,
    name,
    price,
    change24h: change24h ?? null,
    currency,
    asOf,
    isStale: now().getTime() - new Date(asOf).getTime() > staleAfterMs,
  }))
}
