/** What a search does not find: what is not for whom asks, what is not public, and what cannot be asked. */
import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { bodyReader } from '@/src/domains/publishing/access'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { readReach } from '@/src/domains/publishing/search/readReach'
import { execute } from '@/src/platform/payload/execute'
import { type Actor, cast, requestOf, rest, testPayload } from '../harness'

const everyone = ['nobody', 'mia', 'ann', 'bob', 'eve', 'ada', 'dan']
const actor = (name: string): Actor | undefined => cast()[name as keyof ReturnType<typeof cast>]
const readers = {
  public: everyone,
  members: ['mia', 'ann', 'bob', 'eve', 'ada'],
  paid: ['ann', 'eve', 'ada'],
} as const

async function found(query: string, as?: Actor): Promise<number> {
  const { status, body } = await rest(`GET /search?q=${encodeURIComponent(query)}`, { as })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.docs?.length ?? 0
}

describe.each(Object.entries(readers))('an article for %s', (audience, allowed) => {
  const secret = `secretword${audience}`

  beforeAll(async () => {
    const closed = aBody('Open beginning', ...'234567'.split(''), `The ${secret} ending`)
    await anArticle({
      title: `Behind ${audience}`,
      user: cast().ann.id,
      audience: audience as keyof typeof readers,
      body: closed,
      _status: 'published',
    })
  })

  test.each(everyone)('%s finds its text only where they may read it', async (name) => {
    const may = (allowed as readonly string[]).includes(name)
    for (const query of [secret, `"${secret} ending"`])
      expect(await found(query, actor(name)), query).toBe(may ? 1 : 0)
  })

  test.each(everyone)('%s sees of its text only what they may read', async (name) => {
    const may = (allowed as readonly string[]).includes(name)
    for (const query of [`behind or ${secret}`, 'behind', `behind ${secret}`, `${secret.slice(0, -1)}x`]) {
      const { bytes } = await rest(`GET /search?q=${encodeURIComponent(query)}`, { as: actor(name) })
      const said = bytes.toString().replaceAll(query, '')
      if (!may) expect(said, query).not.toContain(secret)
    }
  })

  test('its beginning is found by everybody', async () => {
    for (const name of everyone)
      expect(await found(`behind ${audience} beginning`, actor(name)), name).toBe(1)
  })
})

test('the reach of a search is what the paywall says of each article', async () => {
  for (const name of everyone) {
    const req = await requestOf(actor(name))
    const reach = await readReach(req)
    for (const audience of ['public', 'members', 'paid', null] as const) {
      for (const user of [cast().ann.id, cast().bob.id, null]) {
        const doc = { audience, user, plans: [] }
        const isFound =
          audience === 'public' ||
          reach.readsAll ||
          (audience === 'members' && reach.readsMembers) ||
          (user !== null && user === reach.reader) ||
          (audience === 'paid' && reach.planSets?.includes(''))
        const args = { req, doc } as unknown as Parameters<typeof bodyReader>[0]
        expect(Boolean(isFound), `${name} ${audience} ${user}`).toBe(await bodyReader(args))
      }
    }
  }
})

describe('what is not public', () => {
  const past = '2026-11-20T00:00:00.000Z'

  test('drafts, archived and trashed articles are found by nobody, staff included', async () => {
    await anArticle({ title: 'Wombat draft' })
    await anArticle({ title: 'Wombat archived', _status: 'published', archivedAt: past })
    await anArticle({ title: 'Wombat trashed', _status: 'published', deletedAt: past })
    for (const name of everyone) expect(await found('wombat', actor(name)), name).toBe(0)
  })

  test('a newer draft of a published article is not found, and what is published is', async () => {
    const { eve } = cast()
    const { id } = await anArticle({ title: 'Numbat as published', _status: 'published' })
    await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { title: 'Thylacine', _status: 'draft' } })
    expect([await found('numbat'), await found('thylacine'), await found('thylacine', eve)]).toEqual([
      1, 0, 0,
    ])
  })

  const goings: Record<string, (id: string) => Promise<unknown>> = {
    unpublished: (id) => rest(`PATCH /content/${id}`, { as: cast().eve, body: { _status: 'draft' } }),
    archived: (id) => rest(`PATCH /content/${id}`, { as: cast().eve, body: { archivedAt: past } }),
    trashed: (id) => rest(`PATCH /content/${id}`, { as: cast().eve, body: { deletedAt: past } }),
    deleted: (id) => rest(`DELETE /content/${id}`, { as: cast().eve }),
    'unpublished by SQL': async (id) =>
      execute({ payload: await testPayload() }, sql`update content set _status = 'draft' where id = ${id}`),
    'deleted by SQL': async (id) =>
      execute({ payload: await testPayload() }, sql`delete from content where id = ${id}`),
  }

  test.each(Object.keys(goings))('what is %s is gone at once', async (going) => {
    const word = `bandicoot${Object.keys(goings).indexOf(going)}`
    const { id } = await anArticle({ title: word, _status: 'published' })
    expect(await found(word)).toBe(1)
    await goings[going]?.(id)
    expect(await found(word)).toBe(0)
  })

  test('a change is found at once, and the former words no longer', async () => {
    const { eve } = cast()
    const { id } = await anArticle({ title: 'Dibbler', _status: 'published', body: aBody('Kowari') })
    await rest(`PATCH /content/${id}`, { as: eve, body: { title: 'Mulgara', body: aBody('Ningaui') } })
    expect(await Promise.all(['dibbler', 'kowari', 'mulgara', 'ningaui'].map((word) => found(word)))).toEqual(
      [0, 0, 1, 1],
    )
    await execute(
      { payload: await testPayload() },
      sql`update content set title = 'Phascogale' where id = ${id}`,
    )
    expect([await found('mulgara'), await found('phascogale')]).toEqual([0, 1])
  })

  test('an article that becomes one for payers is no longer found by its text', async () => {
    const { id } = await anArticle({
      title: 'Bilby',
      _status: 'published',
      body: aBody(...'1234567'.split(''), 'Kultarr'),
    })
    expect(await found('kultarr')).toBe(1)
    await rest(`PATCH /content/${id}`, { as: cast().eve, body: { audience: 'paid' } })
    expect([await found('kultarr'), await found('kultarr', cast().eve)]).toEqual([0, 1])
  })
})

describe('bad input', () => {
  const long = 'x'.repeat(201)
  test.each([
    '',
    'q=',
    'q=%20%00%20',
    `q=${long}`,
    'q=a&q=b',
    'q[x]=1',
    'q=a&page=0',
    'q=a&page=-1',
    'q=a&page=1e9',
    'q=a&page=x',
    'q=a&limit=0',
    'q=a&from=2026-13',
    'q=a&to=2026-02-30',
    'q=a&from=yesterday',
    'q=a&from=0000',
    'q=a&from=9999-12-31T23:59:00-14:00',
    'q=a&locale=../x',
    'q=a&prefix=maybe',
    'q=a&category[]=x',
  ])('%s is refused with a code', async (query) => {
    const { status, body } = await rest(`GET /search?${query}`)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.code).toBe('INVALID_INPUT')
  })

  test.each(['from=0001&to=9999', 'to=9999-12-31'])(
    '%s reaches from the first to the last of all days',
    async (span) => {
      expect((await rest(`GET /search?q=a&${span}`)).status).toBe(200)
    },
  )

  test.each([
    'a\u0000b',
    "'; drop table content; --",
    '"',
    '""',
    '-',
    '--',
    '-bitcoin',
    'or',
    'or or',
    '!',
    '& | !',
    ':*',
    "a:*b'",
    '<->',
    '(',
    ')',
    '((((',
    '\\',
    '%',
    '_',
    '$1',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody may type
    '${x}',
    '🦆',
    '👩‍👩‍👧',
    '"🦆"',
    '- "',
    '\ud800',
    '\u202e',
    'the',
    'a',
    '　',
    'ﬀ',
    '<script>',
    'a'.repeat(200),
    '"'.repeat(200),
    '- '.repeat(100),
    'a OR '.repeat(40),
    '(a)'.repeat(60),
    '漢字',
    'ˈ',
    '١٢٣',
    "l'été",
  ])('%j is answered', async (query) => {
    for (const prefix of ['true', 'false']) {
      const parameters = new URLSearchParams({ q: query, prefix })
      const { status, body } = await rest(`GET /search?${parameters}`)
      expect([200, 400], JSON.stringify(body)).toContain(status)
      if (status === 400) expect(body.errors?.[0]?.code).toBe('INVALID_INPUT')
    }
  })

  test('more than may be is cut to it', async () => {
    expect((await rest('GET /search?q=a&limit=1000')).body.limit).toBe(50)
  })
})

test('an article of any shape and length can be written', async () => {
  const payload = await testPayload()
  const deep = Array.from({ length: 500 }).reduce<object>((inner) => ({ type: 'quote', children: [inner] }), {
    type: 'text',
    text: 'abyss',
  })
  const words = Array.from({ length: 200_000 }, (_, index) => `word${index}`).join(' ')
  const bodies = [
    null,
    1,
    'text',
    [],
    {},
    { root: null },
    { root: { children: 'x' } },
    { root: { children: [null, 1, 'x', {}] } },
    { root: { children: [{ type: 'block' }, { type: 'block', fields: { images: {}, content: 1 } }] } },
    { root: { type: 'root', children: [deep] } },
    { root: { type: 'root', children: [{ type: 'text', text: words }] } },
    { root: { type: 'root', children: [{ type: 'text', text: '漢'.repeat(200_000) }] } },
  ]
  for (const [index, body] of bodies.entries()) {
    await execute(
      { payload },
      sql`insert into content (id, title, slug, body, audience, _status)
        values (gen_random_uuid(), ${`Tasmanian ${'t'.repeat(index * 2_000)}`}, ${`shape-${index}`}, ${JSON.stringify(body)}::jsonb, 'public', 'published')`,
    )
  }
  const { body } = await rest('GET /search?q=tasmanian&limit=50')
  expect(body.totalDocs).toBe(bodies.length)
})
