import { describe, expect, test } from 'vitest'
import { lastWordOf, withoutLastOr, withoutLoneDashes, withoutOperators, wordsOf } from './words'

describe('the words of a query', () => {
  test('are told with their place, and whether they are excluded', () => {
    expect(wordsOf('order "limit book" -fees or stop-loss')).toEqual([
      { text: 'order', at: 0, isExcluded: false },
      { text: 'limit', at: 7, isExcluded: false },
      { text: 'book', at: 13, isExcluded: false },
      { text: 'fees', at: 20, isExcluded: true },
      { text: 'stop', at: 28, isExcluded: false },
      { text: 'loss', at: 33, isExcluded: false },
    ])
  })

  test('stay without what excludes and quotes', () => {
    expect(withoutOperators('order -"limit book" -fees "a phrase"').split(/\s+/).filter(Boolean)).toEqual([
      'order',
      'a',
      'phrase',
    ])
    expect(withoutOperators('stop-loss')).toBe('stop-loss')
    expect(withoutOperators('order (-fees')).not.toContain('fees')
  })

  test('stay without what means nothing where it stands', () => {
    expect(withoutLoneDashes('- order - book -fees stop-loss -').split(/\s+/).filter(Boolean)).toEqual([
      'order',
      'book',
      '-fees',
      'stop-loss',
    ])
    expect(withoutLastOr('order OR ("')).toBe('order ')
    expect(withoutLastOr('order floor ')).toBe('order floor ')
  })
})

test.each([
  ['order bo', 'bo'],
  ['Größ', 'Größ'],
  ['order ', undefined],
  ['order b', undefined],
  ['order -bo', undefined],
  ['order -(bo', undefined],
  ['order -fees(bo', undefined],
  ['order -fees bo', 'bo'],
  ['order -"a fee" bo', 'bo'],
  ['"order bo', 'bo'],
  ['"order b', 'b'],
  ['"bo', 'bo'],
  ['"order ', undefined],
  ['order -"limit bo', undefined],
  ['order or "limit or', 'or'],
  ['"order book" bo', 'bo'],
  ['order or', undefined],
  ['order 🦆', undefined],
])('the unfinished word of “%s” is %s', (query, word) => {
  expect(lastWordOf(query)).toBe(word)
})
