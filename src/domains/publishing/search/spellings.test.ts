import { expect, test } from 'vitest'
import { spellingsOf } from './spellings'

const ways = (query: string) => spellingsOf(query).map((spelled) => spelled.ways.join(' | '))

test('a name with a number is looked for together, apart and with a hyphen', () => {
  expect(ways('BIP340')).toEqual(['BIP340 | BIP-340'])
  expect(ways('schnorr bip-340 now')).toEqual(['bip-340 | bip340'])
  expect(ways('bip 340')).toEqual(['bip 340 | bip340 | bip-340'])
})

test('words with hyphens are also one word', () => {
  expect(ways('e-mail and co-operate')).toEqual(['e-mail | email', 'co-operate | cooperate'])
})

test('what is quoted, excluded or a choice is left alone', () => {
  for (const query of [
    '"bip 340"',
    'keys -bip340',
    'keys -bip-340',
    'a or 5',
    'bip -340',
    '-e-mail',
    '"e-mail',
    '2026-03-01',
    'plain words',
  ])
    expect([query, ways(query)]).toEqual([query, []])
})

test('a query of names alone looks for few of them', () => {
  expect(ways('aa1 bb2 cc3 dd4 ee5 ff6')).toHaveLength(4)
})
