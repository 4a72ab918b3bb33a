import { expect, test } from 'vitest'
import { tableSearch } from './tableSearch'

const plain = (search: string) => decodeURIComponent(search.replaceAll('+', ' '))

test('a list that asks for nothing is downloaded whole', () => {
  expect(tableSearch({})).toBe('')
  expect(tableSearch({ where: {}, search: '' })).toBe('')
})

test('filters and search are asked for together', () => {
  const where = { or: [{ and: [{ state: { equals: 'active' } }] }] }
  expect(plain(tableSearch({ where }))).toBe('?where[or][0][and][0][state][equals]=active')
  expect(plain(tableSearch({ where, search: 'mo & co' }))).toBe(
    '?where[and][0][or][0][and][0][state][equals]=active&where[and][1][email][like]=mo & co',
  )
})
