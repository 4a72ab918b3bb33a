import { expect, test } from 'vitest'
import { formatPrice } from './formatPrice'

test.each([
  ['64250.25', 'USD', '$64,250.25'],
  ['12345678901234567890.129', 'USD', '$12,345,678,901,234,567,890.13'],
  ['0.1234', 'USD', '$0.1234'],
  ['5', 'EUR', '€5.00'],
  ['1.5', 'USDTX', '1.50'],
])('%s %s is shown as %s, digit by digit', (price, currency, shown) => {
  expect(formatPrice({ price, currency })).toBe(shown)
})
