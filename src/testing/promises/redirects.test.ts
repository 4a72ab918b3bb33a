/** Old addresses lead on: to the newest one, never in a circle, never to where nobody meant. */
import { expect, test } from 'vitest'
import { aCategory, anArticle, aPage, aRedirect, aTag } from '@/src/domains/publishing/factories'
import { findRedirect } from '@/src/domains/publishing/findRedirect'
import { cast, requestOf, rest, testPayload } from '@/src/testing/harness'

const { eve } = cast()

async function leads(path: string) {
  return (await findRedirect(await requestOf(), { path }))?.to
}

async function create(from: string, to: string) {
  const { status, body } = await rest('POST /redirects', { as: eve, body: { from, to } })
  return { status, message: body.errors?.[0]?.message, data: JSON.stringify(body.errors?.[0]?.data ?? '') }
}

test.each([
  ['/\\elsewhere.example', 'a backslash, which browsers take for a second slash'],
  ['//elsewhere.example', 'two slashes'],
  ['https:///elsewhere.example', 'three slashes'],
  ['javascript:alert(1)', 'a script'],
  ['data:text/html,x', 'data'],
  ['elsewhere', 'no path'],
  ['/with space', 'a space'],
  ['', 'nothing'],
])('%s is refused: %s', async (to) => {
  expect((await create('/refused', to)).status).toBe(400)
})

test('a circle is refused, however long, and said with its way', async () => {
  expect((await create('/c1', '/c1/')).status).toBe(400)
  expect((await create('/c1', '/c1?again=1')).status).toBe(400)
  expect((await create('/c1', 'http://localhost:3000/c1')).status).toBe(400)
  await aRedirect({ from: '/c1', to: '/c2' })
  await aRedirect({ from: '/c2', to: '/c3/?a=1#b' })
  const refused = await create('/c3', '/c1')
  expect(refused.status).toBe(400)
  expect(refused.data).toContain('/c3 → /c1 → /c2 → /c3')
  expect((await create('/c3', '/c4')).status).toBe(201)
})

test('an article that moves twice is found by each of its addresses, and back home by the others', async () => {
  const payload = await testPayload()
  const { id } = await anArticle({ slug: 'first', _status: 'published' })
  const move = (slug: string) =>
    payload.update({ collection: 'content', id, data: { slug, _status: 'published' }, overrideAccess: true })
  await move('second')
  await move('third')
  expect(await leads('/articles/first')).toBe('/articles/third')
  expect(await leads('/articles/second')).toBe('/articles/third')
  await move('first')
  expect(await leads('/articles/first')).toBeUndefined()
  expect(await leads('/articles/second')).toBe('/articles/first')
  expect(await leads('/articles/third')).toBe('/articles/first')
})

test('articles that change at once each keep their own address, and move to their own', async () => {
  const slugs = [1, 2, 3, 4, 5, 6].map((n) => `together-${n}`)
  const ids: string[] = []
  for (const slug of slugs) ids.push((await anArticle({ slug, title: slug, _status: 'published' })).id)
  const change = async (body: object) => {
    const answer = await rest(`PATCH /content?where[id][in]=${ids}&depth=0`, { as: eve, body })
    expect([answer.status, answer.body.docs?.length, answer.body.errors]).toEqual([200, ids.length, []])
  }
  await change({ featured: true })
  for (const slug of slugs) expect(await leads(`/articles/${slug}`)).toBeUndefined()
  await change({ locale: 'de' })
  for (const slug of slugs) expect(await leads(`/articles/${slug}`)).toBe(`/de/articles/${slug}`)
  await change({ locale: 'en' })
  for (const slug of slugs) {
    expect(await leads(`/articles/${slug}`)).toBeUndefined()
    expect(await leads(`/de/articles/${slug}`)).toBe(`/articles/${slug}`)
  }
})

test('a redirect from where readers find something is refused, and says what stands there', async () => {
  const article = await anArticle({ title: 'In the way', slug: 'in-the-way', _status: 'published' })
  await anArticle({ slug: 'im-weg', locale: 'de', _status: 'published' })
  await anArticle({ slug: 'in-the-drawer' })
  await aPage({ slug: 'imprint', _status: 'published' })
  await aCategory({ slug: 'here' })
  await aTag({ slug: 'here' })
  const post = (from: string) => rest('POST /redirects', { as: eve, body: { from, to: '/elsewhere' } })
  const taken = ['/articles/in-the-way/', '/de/articles/im-weg', '/imprint', '/categories/here', '/tags/here']
  const own = [
    '/',
    '/search',
    '/archive/2020',
    '/feed.xml',
    '/admin/x',
    '/api/content',
    '/newsletter/sign-up',
  ]
  for (const from of [...taken, ...own, '/tags/here/atom.xml', '/authors/ann/feed.json']) {
    const { status, body } = await post(from)
    expect([from, status, body.errors?.[0]?.code]).toEqual([from, 400, 'ADDRESS_IN_USE'])
  }
  const { body } = await post('/articles/in-the-way')
  expect(body.errors?.[0]).toMatchObject({
    message: expect.stringContaining('“In the way”'),
    data: { collection: 'content', id: article.id, errors: [{ path: 'from' }] },
  })
  for (const from of ['/./imprint', '/x/../imprint', '/..'])
    expect([from, (await post(from)).status]).toEqual([from, 400])
  for (const from of ['/articles/in-the-drawer', '/de/imprint', '/articles', '/archives'])
    expect([from, (await post(from)).status]).toEqual([from, 201])
})

test('a redirect that stood before its document goes on being edited', async () => {
  const { id } = await aRedirect({ from: '/later', to: '/one' })
  await aPage({ slug: 'later', _status: 'published' })
  const patch = (body: object) => rest(`PATCH /redirects/${id}`, { as: eve, body })
  expect((await patch({ to: '/two' })).status).toBe(200)
  expect((await patch({ from: '/later', statusCode: '302' })).status).toBe(200)
})

test('a page is not hidden behind an address of the site’s own', async () => {
  const typed = await rest('POST /pages', { as: eve, body: { title: 'Look', slug: 'search' } })
  expect([typed.status, typed.body.errors?.[0]?.code]).toEqual([400, 'VALIDATION_FAILED'])
  const derived = await rest('POST /pages', { as: eve, body: { title: 'Search' } })
  expect(derived.body.doc?.slug).toBe('search-2')
})

test('an old address is known with a slash at its end, and as browsers write it', async () => {
  await aRedirect({ from: '/über-uns', to: '/about' })
  for (const path of ['/über-uns', '/über-uns/', '/%C3%BCber-uns']) expect(await leads(path)).toBe('/about')
  expect(await leads('/%E0%A4')).toBeUndefined()
})
