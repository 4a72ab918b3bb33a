import type { ShownQuote } from '../listMarketQuotes'

/** A decimal text with its currency, digit by digit: a price never passes through a float. */
export function formatPrice({ price, currency }: Pick<ShownQuote, 'price' | 'currency'>): string {
  const format = formatOf(currency, decimalsOf(price))
  return format.format(price as Intl.StringNumericLiteral)
}

/** Cents for what costs a unit or more, all digits that are known (up to six) for what costs less. */
function decimalsOf(price: string): number {
  const [whole = '0', decimals = ''] = price.replace('-', '').split('.')
  return Number(whole) >= 1 ? 2 : Math.max(2, Math.min(6, decimals.length))
}

function formatOf(currency: string, decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits })
  } catch {
    return new Intl.NumberFormat('en', digits)
  }
}
