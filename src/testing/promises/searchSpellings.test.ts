/** A name is found however it is spelled: with a hyphen, without, or apart. */
import { beforeAll, expect, test } from 'vitest'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { rest } from '../harness'

const aPublished = (title: string, text: string) =>
  anArticle({ title, body: aBody(text), _status: 'published' })

async function titles(query: string): Promise<unknown[]> {
  const { body } = await rest(`GET /search?${new URLSearchParams({ q: query })}`)
  return (body.docs ?? []).map(({ title }) => title).sort()
}

beforeAll(async () => {
  await aPublished('Together', 'Signatures as BIP340 has them, sent by email.')
  await aPublished('With a hyphen', 'Signatures as BIP-340 has them, sent by e-mail.')
  await aPublished('Another', 'BIP341 has others, and 340 is a number.')
})

test('names with numbers find each other', async () => {
  for (const query of ['BIP340', 'bip-340', 'bip 340', 'signatures BIP-340', 'bip340 signatures'])
    expect([query, await titles(query)]).toEqual([query, ['Together', 'With a hyphen']])
})

test('words with a hyphen find those without', async () => {
  expect(await titles('e-mail')).toEqual(['Together', 'With a hyphen'])
})

test('quotes and exclusions mean what they say', async () => {
  expect(await titles('"bip-340"')).toEqual(['With a hyphen'])
  expect(await titles('signatures -bip340')).toEqual(['With a hyphen'])
  expect(await titles('the -of e-mail')).toEqual(['Together', 'With a hyphen'])
})

test('a name of stop words and a heap of names are no failure', async () => {
  for (const query of ['the-and', 'to 1', 'aa1 bb2 cc3 dd4 ee5 ff6 gg7', 'or 5 or', '((bip-340', 'x-y-z-q'])
    expect(Array.isArray(await titles(query))).toBe(true)
})
