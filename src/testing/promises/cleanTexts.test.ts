/** Characters that nobody sees are stored nowhere, whoever writes. */
import { expect, test } from 'vitest'
import { aBody } from '@/src/domains/publishing/factories'
import { cast, graphql, rest } from '../harness'
import { askSite } from './siteKit'

const { ada, eve } = cast()
const dirty = 'Be\u0000ll\u0007 and\u009f\u202e whistle\r\n'

test('titles, names and excerpts lose them, and a zero byte is no failure', async () => {
  const tag = await rest('POST /tags', { as: eve, body: { name: dirty } })
  expect([tag.status, tag.body.doc?.name]).toEqual([201, 'Bell and whistle '])
  const data = {
    title: dirty,
    excerpt: `One\u0000\ntwo`,
    seo: { title: dirty },
    body: aBody(`In\u0000 th\u0001e text`),
  }
  const { status, body } = await rest('POST /content', { as: eve, body: data })
  expect(status).toBe(201)
  expect(body.doc).toMatchObject({
    title: 'Bell and whistle ',
    excerpt: 'One\ntwo',
    seo: { title: 'Bell and whistle ' },
  })
  expect(body.doc?.slug).toBe('bell-and-whistle')
  expect(JSON.stringify(body.doc?.body)).toContain('In the text')
  const patched = await rest(`PATCH /content/${body.doc?.id}`, { as: eve, body: { title: '\u0000\u0001' } })
  expect(patched.status).toBe(400)
})

test('so do blocks of pages, profiles and the site’s settings', async () => {
  const layout = [{ blockType: 'hero', heading: dirty, text: `a\u0000\nb` }]
  const page = await rest('POST /pages', { as: eve, body: { title: 'Blocks', layout } })
  expect(page.body.doc?.layout).toMatchObject([{ heading: 'Bell and whistle ', text: 'a\nb' }])
  const author = await rest('POST /profiles', {
    as: eve,
    body: { username: 'bell', name: dirty, skills: [dirty] },
  })
  expect(author.body.doc).toMatchObject({ name: 'Bell and whistle ', skills: ['Bell and whistle '] })
  await rest('POST /globals/site-settings', { as: ada, body: { tagline: dirty } })
  expect((await rest('GET /globals/site-settings')).body.tagline).toBe('Bell and whistle ')
})

test('GraphQL stores the same', async () => {
  const text = JSON.stringify(dirty).replace(/\\r\\n/, '')
  const answer = await graphql(
    `mutation { createTag(data: { name: ${text}, slug: "graph", origin: user }) { name } }`,
    {
      as: eve,
    },
  )
  expect(JSON.stringify(answer)).toContain('Bell and whistle')
})

test('a feed stays one that parsers read', async () => {
  const data = { title: `Bell\u0001`, body: aBody(`Be\u0008ll\uffff`), _status: 'published' }
  expect((await rest('POST /content', { as: eve, body: data })).status).toBe(201)
  expect(await (await askSite('/feed.xml')).text()).not.toMatch(/(?![\t\n\r])[\p{Cc}\uffff]/u)
})

test('a filter with a zero byte is refused, not a failure', async () => {
  for (const path of [
    '/content?where[title][equals]=a%00b',
    '/tags?where[name][like]=%00',
    '/search?q=a%00b',
  ] as const)
    expect((await rest(`GET ${path}`)).status).toBeLessThan(500)
})
