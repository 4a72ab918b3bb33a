/** What the model promises about articles, seen from outside. */
import { expect, test } from 'vitest'
import { aMedia } from '@/src/domains/media/factories'
import { aBody, aCategory, anArticle } from '@/src/domains/publishing/factories'
import { type Actor, cast, type Document, rest, testPayload } from '../harness'

async function made(as: Actor, body: object): Promise<Document> {
  const answer = await rest('POST /content', { as, body })
  expect(answer.status, JSON.stringify(answer.body.errors)).toBe(201)
  return answer.body.doc as Document
}

async function redirectsFrom(path: string): Promise<unknown[]> {
  const { body } = await rest(`GET /redirects?where[from][equals]=${encodeURIComponent(path)}`)
  return body.docs?.map(({ to }) => to) ?? []
}

test('a POST without _status makes a draft', async () => {
  const { eve } = cast()
  const doc = await made(eve, { title: 'Without a status' })
  expect(doc._status).toBe('draft')
  expect((await rest(`GET /content/${doc.id}`)).status).toBe(404)
})

test('a published article that changes its address leaves a redirect, and never a chain', async () => {
  const { eve } = cast()
  const { id } = await made(eve, { title: 'Moving', slug: 'first-place', _status: 'published' })
  for (const slug of ['second-place', 'third-place']) {
    expect((await rest(`PATCH /content/${id}`, { as: eve, body: { slug } })).status).toBe(200)
  }
  expect(await redirectsFrom('/articles/first-place')).toEqual(['/articles/third-place'])
  expect(await redirectsFrom('/articles/second-place')).toEqual(['/articles/third-place'])

  await rest(`PATCH /content/${id}`, { as: eve, body: { slug: 'first-place' } })
  expect(await redirectsFrom('/articles/first-place')).toEqual([])
  expect(await redirectsFrom('/articles/third-place')).toEqual(['/articles/first-place'])
})

test('a draft that changes its address leaves none', async () => {
  const { eve } = cast()
  const { id } = await made(eve, { title: 'Unseen', slug: 'unseen-one' })
  await rest(`PATCH /content/${id}`, { as: eve, body: { slug: 'unseen-two' } })
  expect(await redirectsFrom('/articles/unseen-one')).toEqual([])
})

test('a slug that is typed twice is refused on its field; a derived one is numbered', async () => {
  const { eve } = cast()
  await made(eve, { title: 'Twice', slug: 'twice' })
  const second = await rest('POST /content', { as: eve, body: { title: 'Other', slug: 'twice' } })
  expect(second.status).toBe(400)
  expect(second.body.errors?.[0]?.code).toBe('VALIDATION_FAILED')
  expect(JSON.stringify(second.body.errors?.[0]?.data)).toContain('slug')

  expect((await made(eve, { title: 'Twice' })).slug).toBe('twice-2')
  expect((await made(eve, { title: 'Twice' })).slug).toBe('twice-3')
})

test('the same slug is free in another language and when its holder lies in the trash', async () => {
  const { eve } = cast()
  const { id } = await made(eve, { title: 'Shared', slug: 'shared' })
  expect((await made(eve, { title: 'Geteilt', slug: 'shared', locale: 'de' })).slug).toBe('shared')
  await rest(`PATCH /content/${id}`, { as: eve, body: { deletedAt: new Date().toISOString() } })
  expect((await made(eve, { title: 'Shared again', slug: 'shared' })).slug).toBe('shared')
})

test('ten writers of the same title at once get ten addresses', async () => {
  const { eve } = cast()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => rest('POST /content', { as: eve, body: { title: 'Rush hour' } })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect(new Set(answers.map(({ body }) => body.doc?.slug)).size).toBe(10)
})

test('a copy of a document has an address of its own, and is nobody’s import', async () => {
  const { eve } = cast()
  const source = { importer: 'test', key: 'copied', hash: 'abc' }
  const article = await anArticle({ title: 'Copied', slug: 'copied', source })
  for (const slug of ['copied-2', 'copied-3']) {
    const { status, body } = await rest(`POST /content/${article.id}/duplicate`, { as: eve, body: {} })
    expect([status, body.doc?.slug]).toEqual([200, slug])
    expect(body.doc?.source).toMatchObject({ importer: null, key: null })
  }
  const category = await aCategory({ name: 'Copied', slug: 'copied-too' })
  const { body } = await rest(`POST /categories/${category.id}/duplicate`, { as: eve, body: {} })
  expect(body.doc?.slug).toBe('copied-too-2')
})

test('an address of signs alone, or that Next keeps to itself, is none: what was there stays', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'Signs', slug: 'signs', _status: 'published' })
  for (const slug of ['///', '.', '-', '😀']) {
    const { body } = await rest(`PATCH /content/${id}`, { as: eve, body: { slug } })
    expect(body.doc?.slug, slug).toBe('signs')
    const made = await rest('POST /content', { as: eve, body: { title: 'Made of signs', slug } })
    expect(made.body.doc?.slug, slug).toMatch(/^made-of-signs/)
  }
  const data = await rest('POST /pages', { as: eve, body: { title: 'Team', slug: 'team.rsc' } })
  expect(data.body.doc?.slug).toBe('team-rsc')
})

function noteOf(content: object): object {
  return { type: 'block', version: 2, fields: { id: 'a', blockType: 'callout', tone: 'tip', content } }
}

function nested(levels: number): object {
  return { type: 'quote', version: 1, children: levels > 0 ? [nested(levels - 1)] : [] }
}

const nobody = '01a200af-bf2b-76d0-a5da-7cb9ae498cc7'

test.each<[string, object, string]>([
  ['text that is none', { title: { a: 1 } }, 'VALIDATION_FAILED'],
  ['a list for text', { excerpt: ['a'] }, 'VALIDATION_FAILED'],
  ['a list of no texts', { plans: [{}] }, 'VALIDATION_FAILED'],
  ['an address that is none', { slug: {} }, 'VALIDATION_FAILED'],
  ['a body of text', { body: 'abc' }, 'VALIDATION_FAILED'],
  ['a body without a root', { body: { root: 'x' } }, 'VALIDATION_FAILED'],
  ['a body of a list', { body: [1] }, 'VALIDATION_FAILED'],
  ...[
    { children: [{ type: 'paragraph', version: 1, children: '' }] },
    { children: [{ type: 'paragraph', version: 1, children: { a: 1 } }] },
    { children: [null] },
    { children: [5] },
    { type: 'block', children: [] },
    { children: [{ type: 'block', version: 2 }] },
    { children: [{ type: 'link', version: 3, fields: 'none', children: [] }] },
    { children: [noteOf({ root: null })] },
    { children: [noteOf({ root: { children: [{ type: 'paragraph', children: false }] } })] },
    { children: [nested(300)] },
  ].map((root): [string, object, string] => [
    `a body that is no tree: ${JSON.stringify(root).slice(0, 60)}`,
    { body: { root: { type: 'root', version: 1, ...root } } },
    'VALIDATION_FAILED',
  ]),
  ['a category that is not there', { categories: [nobody] }, 'UNKNOWN_REFERENCE'],
  ['a cover that is not there', { cover: nobody }, 'UNKNOWN_REFERENCE'],
])('%s is refused with a code', async (_, wrong, code) => {
  const { eve } = cast()
  const body = { title: 'Wrong', ...wrong }
  const { status, body: answer } = await rest('POST /content', { as: eve, body })
  expect([status, answer.errors?.[0]?.code]).toEqual([400, code])
})

test('a picture is taken as the editor inserts it, before anything is said of it', async () => {
  const { id } = await aMedia({ alt: 'Inserted' })
  const picture = { type: 'upload', version: 3, format: '', fields: null, relationTo: 'media', value: id }
  const { root } = aBody('Above.')
  const body = { root: { ...root, children: [...root.children, picture] } }
  const answer = await rest('POST /content', { as: cast().eve, body: { title: 'With a picture', body } })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
})

test('a number is a title like any other', async () => {
  const { body } = await rest('POST /content', {
    as: cast().eve,
    body: { title: 1984, _status: 'published' },
  })
  expect(body.doc).toMatchObject({ title: '1984', slug: '1984' })
})

test('a category is never below itself, nor deeper than five levels', async () => {
  const { eve } = cast()
  const top = await aCategory()
  const below = await aCategory({ parent: top.id })
  for (const parent of [top.id, below.id]) {
    const answer = await rest(`PATCH /categories/${top.id}`, { as: eve, body: { parent } })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body.errors)).toContain('parent')
  }
  let parent = below.id
  for (let level = 3; level <= 5; level += 1) parent = (await aCategory({ parent })).id
  const sixth = await rest('POST /categories', { as: eve, body: { name: 'Sixth', parent } })
  expect(sixth.status).toBe(400)
})

test('the first publication dates an article, and later ones leave the date', async () => {
  const { eve } = cast()
  const { id, publishedAt } = await made(eve, { title: 'Dated' })
  expect(publishedAt ?? null).toBeNull()
  const first = await rest(`PATCH /content/${id}`, { as: eve, body: { _status: 'published' } })
  expect(first.body.doc?.publishedAt).toBeTruthy()
  await rest(`PATCH /content/${id}`, { as: eve, body: { _status: 'draft' } })
  const second = await rest(`PATCH /content/${id}`, { as: eve, body: { _status: 'published' } })
  expect(second.body.doc?.publishedAt).toBe(first.body.doc?.publishedAt)
})

test('an author publishes their own article where the site allows it, and only then', async () => {
  const { ada, ann, bob } = cast()
  const own = await anArticle({ user: ann.id })
  const publish = (as: Actor) => rest(`PATCH /content/${own.id}`, { as, body: { _status: 'published' } })
  expect((await publish(ann)).status).toBe(403)
  await rest('POST /globals/site-settings', { as: ada, body: { authorsMayPublish: true } })
  expect((await publish(bob)).status).toBeGreaterThanOrEqual(403)
  expect((await publish(ann)).status).toBe(200)
  await rest('POST /globals/site-settings', { as: ada, body: { authorsMayPublish: false } })
  expect(
    (await rest(`PATCH /content/${own.id}`, { as: ann, body: { title: 'Later' } })).status,
  ).toBeGreaterThanOrEqual(403)
})

test('autosave keeps one version and leaves the published article alone', async () => {
  const { eve } = cast()
  const { id } = await made(eve, { title: 'Stable', _status: 'published' })
  for (const title of ['Sta', 'Stab', 'Stable 2']) {
    const { status } = await rest(`PATCH /content/${id}?draft=true&autosave=true`, {
      as: eve,
      body: { title },
    })
    expect(status).toBe(200)
  }
  expect((await rest(`GET /content/${id}`)).body.title).toBe('Stable')
  expect((await rest(`GET /content/${id}?draft=true`, { as: eve })).body.title).toBe('Stable 2')
  const versions = await rest(`GET /content/versions?where[parent][equals]=${id}`, { as: eve })
  expect(versions.body.totalDocs).toBe(2)
})

test('the preview and the reading time follow the body', async () => {
  const { eve } = cast()
  const { id } = await made(eve, {
    title: 'Derived',
    body: aBody('Opening', ...Array(20).fill('word '.repeat(60))),
  })
  const { body } = await rest(`GET /content/${id}`, { as: eve })
  expect(body.readingMinutes).toBe(5)
  expect(JSON.stringify(body.preview)).toContain('Opening')
  await rest(`PATCH /content/${id}`, { as: eve, body: { body: aBody('Short') } })
  expect((await rest(`GET /content/${id}`, { as: eve })).body.readingMinutes).toBe(1)
})

test('PUT updates like PATCH where the sources use it', async () => {
  const { eve } = cast()
  const { id } = await made(eve, { title: 'Put' })
  expect((await rest(`PUT /content/${id}`, { as: eve, body: { title: 'Put again' } })).status).toBe(200)
  const payload = await testPayload()
  const stored = await payload.findByID({ collection: 'content', id, depth: 0, overrideAccess: true })
  expect(stored.title).toBe('Put again')
})

test('a title of signs alone still has an address, and a better one once it has letters', async () => {
  const { eve } = cast()
  const first = await made(eve, { title: '🎉🔥' })
  const second = await made(eve, { title: '🎉🔥' })
  expect(first.slug).toMatch(/^untitled-[0-9a-f]{6}$/)
  expect(second.slug).toBe(`${first.slug}-2`)
  const { body } = await rest(`PATCH /content/${first.id}`, { as: eve, body: { title: '🎉 Party' } })
  expect((body.doc as Document).slug).toBe('party')
})

test('the original of an article is on the web, and no language is an address of ours', async () => {
  const { eve } = cast()
  for (const wrong of [{ seo: { canonical: 'javascript:alert(1)' } }, { locale: 'api' }]) {
    const answer = await rest('POST /content', {
      as: eve,
      body: { title: 'Wrong', _status: 'published', ...wrong },
    })
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'VALIDATION_FAILED'])
  }
})

test('what a preview sends of itself is filled in as Payload does', async () => {
  const payload = await testPayload()
  const { id } = await anArticle()
  const shown = await payload.findByID({
    collection: 'content',
    id,
    data: { id, title: 'Typed just now' },
    overrideAccess: true,
  })
  expect(shown).toMatchObject({ id, title: 'Typed just now', source: {}, audience: 'public', locale: 'en' })
})
