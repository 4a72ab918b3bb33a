/** Old addresses lead on: to the newest one, never in a circle, never to where nobody meant. */
import { expect, test } from 'vitest'
import { anArticle, aRedirect } from '@/src/domains/publishing/factories'
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

test('an old address is known with a slash at its end, and as browsers write it', async () => {
  await aRedirect({ from: '/über-uns', to: '/about' })
  for (const path of ['/über-uns', '/über-uns/', '/%C3%BCber-uns']) expect(await leads(path)).toBe('/about')
  expect(await leads('/%E0%A4')).toBeUndefined()
})
