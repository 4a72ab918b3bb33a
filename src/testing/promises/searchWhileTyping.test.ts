/** What a search finds while its last word is being typed. */
import { beforeAll, expect, test } from 'vitest'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { type Document, rest } from '../harness'

async function unfinished(q: string): Promise<unknown[]> {
  const answer = await rest(`GET /search?${new URLSearchParams({ q, prefix: 'true' })}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.body.matches, q).toBe('all')
  return (answer.body.docs as Document[]).map(({ title }) => title)
}

beforeAll(async () => {
  const articles = {
    'The anatomy of a liquidation': 'Positions are closed by force.',
    'What a market maker does': 'Now and then a liquidation helps her.',
    'Bitcoin for bakers': 'The order book of a bakery.',
    'A book on order': 'Nothing about exchanges.',
  }
  for (const [title, text] of Object.entries(articles))
    await anArticle({ title, _status: 'published', body: aBody(text) })
})

test('the last word may be unfinished', async () => {
  expect(await unfinished('the anat')).toEqual(['The anatomy of a liquidation'])
  expect(await unfinished('liquidatio')).toHaveLength(2)
})

test('an unfinished word is one of the choices after an or', async () => {
  expect(await unfinished('bakers or anat')).toHaveLength(2)
  expect(await unfinished('zorblax or anat')).toEqual(['The anatomy of a liquidation'])
  expect(await unfinished('bakers or zorb')).toEqual(['Bitcoin for bakers'])
  expect(await unfinished('bakers or "anatomy of a liq')).toHaveLength(2)
  expect(await unfinished('bakers or order exchan')).toHaveLength(2)
})

test('an unfinished word ends the phrase that it stands in', async () => {
  for (const q of ['"order b', '"order bo', '"order book', '"the order book of a bak', 'bitcoin "order bo'])
    expect(await unfinished(q), q).toEqual(['Bitcoin for bakers'])
  for (const q of ['"anatomy of', '"anatomy of a', '"anatomy of a l', '"anatomy of a liquid', '"anat'])
    expect(await unfinished(q), q).toEqual(['The anatomy of a liquidation'])
  expect(await unfinished('"book ord')).toEqual([])
})

test('an unfinished word after a minus is never asked for', async () => {
  const both = ['A book on order', 'Bitcoin for bakers']
  for (const q of [
    'order book -',
    'order book -b',
    'order book -bitc',
    'order book -(bitc',
    'order book -"bitcoin fo',
  ])
    expect((await unfinished(q)).sort(), q).toEqual(both)
  expect(await unfinished('order book -bitcoin')).toEqual(['A book on order'])
  expect(await unfinished('order book (-bitcoin')).toEqual(['A book on order'])
})
