/** What a search finds, and for whom. */
import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBody, aCategory, anArticle, aTag } from '@/src/domains/publishing/factories'
import { collectionOf, everything } from '@/src/platform/cache/dependencies'
import { Reads } from '@/src/platform/cache/Reads'
import { execute } from '@/src/platform/payload/execute'
import { requestContext } from '@/src/platform/requestContext'
import { type Actor, cast, type Document, rest, testPayload } from '../harness'

interface Part {
  text: string
  isMatch: boolean
}

async function search(query: string | Record<string, string>, as?: Actor) {
  const parameters = new URLSearchParams(typeof query === 'string' ? { q: query } : query)
  const answer = await rest(`GET /search?${parameters}`, { as })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as typeof answer.body & {
    docs: Document[]
    correctedQuery: string | null
    matches: string
  }
}

async function titles(query: string | Record<string, string>, as?: Actor): Promise<unknown[]> {
  return (await search(query, as)).docs.map(({ title }) => title)
}

const aPublished = (title: string, data: Parameters<typeof anArticle>[0] = {}) =>
  anArticle({ title, _status: 'published', ...data })

describe('words', () => {
  beforeAll(async () => {
    await aPublished('The anatomy of a liquidation', { body: aBody('Positions are closed by force.') })
    await aPublished('What a market maker does', { body: aBody('Now and then a liquidation helps her.') })
    await aPublished('Bitcoin for bakers', {
      excerpt: 'Dough and coins',
      body: aBody('The order book of a bakery.'),
    })
    await aPublished('A book on order', { body: aBody('Nothing about exchanges.') })
    await aPublished('Die Größe der Müllers', {
      locale: 'de',
      body: aBody('Häuser an der Straße, eine Économie.'),
    })
    await aPublished('Les économies', { locale: 'fr', body: aBody('Les chevaux parlaient.') })
  })

  test('a title counts for more than a text', async () => {
    expect(await titles('liquidation')).toEqual(['The anatomy of a liquidation', 'What a market maker does'])
  })

  test('other forms of a word are found in the language of the article', async () => {
    expect(await titles('liquidations')).toHaveLength(2)
    expect(await titles({ q: 'Haus', locale: 'de' })).toEqual(['Die Größe der Müllers'])
    expect(await titles({ q: 'cheval parler', locale: 'fr' })).toEqual(['Les économies'])
    expect(await titles({ q: 'liquidations', locale: 'de' })).toEqual([])
  })

  test('accents and capitals make no difference', async () => {
    for (const query of ['muller', 'MÜLLER', 'müllers', 'grosse muller', 'Größe'])
      expect(await titles(query), query).toEqual(['Die Größe der Müllers'])
    for (const query of ['economie', 'économie', 'Économie'])
      expect(await titles(query), query).toContain('Les économies')
  })

  test('of two writings with and without an accent both are found', async () => {
    expect((await titles('economie')).sort()).toEqual(['Die Größe der Müllers', 'Les économies'])
  })

  test.each([
    ['bitcion', 'bitcoin', 'Bitcoin for bakers'],
    ['liqudation', 'liquidation', 'The anatomy of a liquidation'],
    ['the anatmy of a liquidaton', 'the anatomy of a liquidation', 'The anatomy of a liquidation'],
    ['Mullre', 'müllers', 'Die Größe der Müllers'],
  ])('“%s” is taken for “%s”', async (query, correctedQuery, title) => {
    const found = await search(query)
    expect(found.correctedQuery).toBe(correctedQuery)
    expect(found.docs[0]?.title).toBe(title)
  })

  test('what is written right is not corrected', async () => {
    expect((await search('bitcoin')).correctedQuery).toBeNull()
    const nothing = await search('xqzvwk')
    expect(nothing).toMatchObject({ docs: [], totalDocs: 0, correctedQuery: null })
  })

  test('quotes ask for a phrase, a minus excludes, or gives a choice', async () => {
    expect((await titles('order book')).sort()).toEqual(['A book on order', 'Bitcoin for bakers'])
    expect(await titles('"order book"')).toEqual(['Bitcoin for bakers'])
    expect(await titles('order book -bitcoin')).toEqual(['A book on order'])
    expect(await titles('bakers or anatomy')).toHaveLength(2)
  })

  test('where no article has all the words, some are enough', async () => {
    const found = await search('bitcoin liquidation')
    expect(found.matches).toBe('some')
    expect(found.docs.length).toBe(3)
  })

  test('a dash between spaces excludes nothing', async () => {
    for (const prefix of ['true', 'false']) {
      const { matches, docs } = await search({ q: 'bitcoin - bakers', prefix })
      expect([matches, docs.map(({ title }) => title)]).toEqual(['all', ['Bitcoin for bakers']])
    }
  })

  test('a snippet shows where it begins within a sentence, and leaves its end to the page', async () => {
    const words = (word: string) => Array.from({ length: 60 }, () => word).join(' ')
    await aPublished('Long sentences', {
      body: aBody(`${words('before')} narwhal ${words('between')} narwhal ${words('after')}`),
    })
    const snippet = (await search('narwhal')).docs[0]?.snippet as Part[]
    expect(snippet.map(({ text }) => text).join('')).toMatch(
      /^… before .*narwhal.* … .*narwhal.* (after|between)$/,
    )
  })

  test('the words are marked, and what stands around them stays data', async () => {
    await aPublished('A <b>bold</b> claim', {
      body: aBody('Before it. <script>alert("zebra")</script> and a zebra after it.'),
    })
    const { docs } = await search('zebra claim')
    expect(docs[0]?.titleParts).toEqual([
      { text: 'A <b>bold</b> ', isMatch: false },
      { text: 'claim', isMatch: true },
    ])
    const snippet = docs[0]?.snippet as Part[]
    expect(snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['zebra', 'zebra'])
    expect(snippet.map(({ text }) => text).join('')).toContain('<script>alert("zebra")</script>')
  })

  test('of two alike the newer comes first', async () => {
    await aPublished('Quokka notes', { publishedAt: '2019-01-01T00:00:00.000Z' })
    await aPublished('Quokka letters', { publishedAt: '2026-11-01T00:00:00.000Z' })
    expect(await titles('quokka')).toEqual(['Quokka letters', 'Quokka notes'])
  })
})

test('code, callouts, captions and footnotes are found', async () => {
  const { root } = aBody('Plain.')
  const block = (fields: object) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: 'x', blockName: '', ...fields },
  })
  const text = (words: string) => ({
    type: 'text',
    version: 1,
    text: words,
    format: 0,
    style: '',
    mode: 'normal',
    detail: 0,
  })
  const children = [
    block({ blockType: 'code', language: 'sql', code: '<b>select</b> aardvark', title: 'Badger' }),
    block({ blockType: 'callout', tone: 'info', title: 'Capybara', content: aBody('The dugong swims.') }),
    block({ blockType: 'gallery', images: [{ caption: 'An echidna at rest' }] }),
    {
      ...root.children[0],
      children: [
        text('A claim'),
        {
          type: 'inlineBlock',
          version: 1,
          fields: { id: 'y', blockType: 'footnote', note: aBody('See the fossa.') },
        },
        text('. And more of un'),
        { ...text('believ'), format: 1 },
        text('able things.'),
      ],
    },
  ]
  const payload = await testPayload()
  const { id } = await aPublished('Animals in blocks')
  await execute(
    { payload },
    sql`update content set body = ${JSON.stringify({ root: { ...root, children } })}::jsonb where id = ${id}`,
  )
  for (const word of [
    'aardvark',
    'badger',
    'capybara',
    'dugong',
    'echidna',
    'fossa',
    'unbelievable',
    '"claim and more of unbelievable things"',
  ])
    expect(await titles(word), word).toEqual(['Animals in blocks'])
})

describe('filters', () => {
  beforeAll(async () => {
    const { ann, bob } = cast()
    const above = await aCategory({ name: 'Instruments', slug: 'instruments' })
    const below = await aCategory({ name: 'Strings', slug: 'strings', parent: above.id })
    const tag = await aTag({ name: 'Wood', slug: 'wood' })
    await aPublished('Violin one', {
      categories: [below.id],
      authors: [ann.profile],
      publishedAt: '2024-05-01T00:00:00.000Z',
    })
    await aPublished('Violin two', {
      tags: [tag.id],
      authors: [bob.profile],
      publishedAt: '2025-05-31T23:30:00.000Z',
    })
    await aPublished('Violin three', { publishedAt: '2026-01-01T00:00:00.000Z' })
  })

  test.each<[Record<string, string>, string[]]>([
    [{ category: 'instruments' }, ['Violin one']],
    [{ category: 'strings' }, ['Violin one']],
    [{ tag: 'wood' }, ['Violin two']],
    [{ author: 'ann' }, ['Violin one']],
    [{ from: '2025' }, ['Violin three', 'Violin two']],
    [{ to: '2024' }, ['Violin one']],
    [{ from: '2025-05', to: '2025-05' }, ['Violin two']],
    [{ from: '2025-05-31', to: '2025-05-31' }, ['Violin two']],
    [{ from: '2025-06-01' }, ['Violin three']],
    [{ tag: 'wood', author: 'ann' }, []],
    [{ tag: 'no-such-tag' }, []],
    [{ category: '', tag: '', from: '' }, ['Violin one', 'Violin three', 'Violin two']],
  ])('%o', async (filter, expected) => {
    expect((await titles({ q: 'violin', ...filter })).sort()).toEqual(expected)
  })

  test('sections, labels and authors of that name are named, and their articles found', async () => {
    const found = await search('wood')
    expect(found.topics).toMatchObject([{ kind: 'tag', name: 'Wood', path: '/tags/wood' }])
    expect(found.docs.map(({ title }) => title)).toEqual(['Violin two'])
    expect((await search('strings')).topics).toMatchObject([
      { kind: 'category', path: '/categories/strings' },
    ])
    expect((await search({ q: 'an', prefix: 'true' })).topics).toMatchObject([
      { kind: 'author', path: '/authors/ann' },
    ])
  })

  test('a topic that is renamed is found by its new name at once, and no longer by the old', async () => {
    const tag = await aTag({ name: 'Kazoo' })
    await aPublished('Humming', { tags: [tag.id] })
    expect(await titles('kazoo')).toEqual(['Humming'])
    await rest(`PATCH /tags/${tag.id}`, { as: cast().eve, body: { name: 'Ocarina' } })
    expect(await titles('kazoo')).toEqual([])
    expect(await titles('ocarina')).toEqual(['Humming'])
  })

  test('pages of results', async () => {
    const first = await search({ q: 'violin', limit: '2' })
    expect(first).toMatchObject({ totalDocs: 3, totalPages: 2, hasNextPage: true, isTotalExact: true })
    const second = await search({ q: 'violin', limit: '2', page: '2' })
    expect(second.docs).toHaveLength(1)
    expect([...first.docs, ...second.docs].map(({ id }) => id)).toHaveLength(3)
    expect(await search({ q: 'violin', page: '9' })).toMatchObject({
      docs: [],
      totalDocs: 3,
      hasNextPage: false,
    })
  })
})

test('the results divide into sections, tags, authors and years, where asked for', async () => {
  const { ann } = cast()
  const section = await aCategory({ name: 'Reptiles', slug: 'reptiles' })
  await aPublished('Gecko one', { categories: [section.id], publishedAt: '2023-02-01T00:00:00.000Z' })
  await aPublished('Gecko two', {
    categories: [section.id],
    authors: [ann.profile],
    publishedAt: '2026-02-01T00:00:00.000Z',
  })
  expect((await search({ q: 'gecko', facets: 'true' })).facets).toEqual([
    { kind: 'category', key: 'reptiles', name: 'Reptiles', articles: 2 },
    { kind: 'author', key: 'ann', name: 'Ann', articles: 1 },
    { kind: 'year', key: '2026', name: '2026', articles: 1 },
    { kind: 'year', key: '2023', name: '2023', articles: 1 },
  ])
  expect(await search('gecko')).not.toHaveProperty('facets')
})

test('a kept answer depends on what it is made of, not on everything', async () => {
  await aPublished('Axolotl')
  const reads = new Reads()
  await requestContext.run({ requestId: 'test', reads }, () =>
    search({ q: 'axolotl', tag: 'none', facets: 'true' }),
  )
  expect(reads.isPublic).toBe(true)
  expect(reads.names).toContain(collectionOf('content'))
  expect(reads.names).not.toContain(everything)
})
