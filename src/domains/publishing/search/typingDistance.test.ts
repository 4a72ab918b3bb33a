import { expect, test } from 'vitest'
import { typingDistance } from './typingDistance'

test.each([
  ['bitcoin', 'bitcoin', 0],
  ['bitcion', 'bitcoin', 1],
  ['liqudation', 'liquidation', 1],
  ['segwitt', 'segwit', 1],
  ['mempol', 'mempool', 1],
  ['trasnactoin', 'transaction', 2],
  ['', 'abc', 3],
  ['book', 'back', 2],
])('from %s to %s it is %i', (from, to, slips) => {
  expect(typingDistance(from, to)).toBe(slips)
  expect(typingDistance(to, from)).toBe(slips)
})
