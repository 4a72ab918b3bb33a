/** Answers whose texts went from memory to the answer as they are written are Payload's, to the letter. */
import { beforeAll, expect, test } from 'vitest'
import { aMedia } from '@/src/domains/media/factories'
import { aBody, anArticle, paragraph } from '@/src/domains/publishing/factories'
import { openCaches } from '@/src/platform/cache/answers'
import { idleTextsOf } from '@/src/platform/payload/reads/idleTexts'
import { writeJson } from '@/src/platform/WrittenText'
import { cast, rest, testPayload } from '../harness'

type Body = ReturnType<typeof aBody>
const node = { version: 1, format: '' as const, indent: 0, direction: null }

/** Each with one node among paragraphs. */
const bodies: Record<string, unknown> = {}
const idle = ['plain', 'odd letters', 'a link elsewhere', 'code', 'a note']

beforeAll(async () => {
  const picture = await aMedia({ alt: 'A picture' })
  const other = await anArticle({ title: 'Linked to', slug: 'linked-to', _status: 'published' })
  const hidden = await anArticle({ title: 'A draft', slug: 'a-draft' })
  const link = (fields: object) => ({
    ...paragraph('…'),
    children: [{ ...node, type: 'link', fields, children: paragraph('there').children }],
  })
  const block = (fields: object) => ({ type: 'block', version: 2, format: '' as const, fields })
  const bodyWith = (...nodes: object[]): Body => {
    const { root } = aBody('Before.', 'After.')
    const [before, after] = root.children
    return { root: { ...root, children: [before, ...nodes, after] as typeof root.children } }
  }
  Object.assign(bodies, {
    plain: aBody('One.', 'Two.'),
    'odd letters': aBody('“Zürich” 東京 🙂 \u2028 </script> "type":"upload" \\ \t $& $1 `', 'null'),
    'a link elsewhere': bodyWith(link({ linkType: 'custom', url: 'https://example.com/', newTab: true })),
    'a link to an article': bodyWith(
      link({ linkType: 'internal', doc: { relationTo: 'content', value: other.id } }),
    ),
    'a link to a draft': bodyWith(
      link({ linkType: 'internal', doc: { relationTo: 'content', value: hidden.id } }),
    ),
    'a link of no kind': bodyWith(link({ url: 'https://example.com/' })),
    'a picture': bodyWith({ ...node, type: 'upload', relationTo: 'media', value: picture.id, fields: {} }),
    code: bodyWith(block({ id: 'b1', blockType: 'code', blockName: '', language: 'ts', code: 'a < b' })),
    'code without a language': bodyWith(block({ id: 'b2', blockType: 'code', blockName: '', code: 'a' })),
    'a note': bodyWith(
      block({ id: 'b3', blockType: 'callout', blockName: '', tone: 'tip', content: aBody('Mind.') }),
    ),
    'a note with a link': bodyWith(
      block({
        id: 'b4',
        blockType: 'callout',
        blockName: '',
        tone: 'tip',
        content: bodyWith(link({ linkType: 'internal', doc: { relationTo: 'content', value: other.id } })),
      }),
    ),
    // As raw SQL or an older version may have left them.
    'no root': { root: null },
    'no list of nodes': bodyWith({ ...node, type: 'paragraph', children: 'none' }),
    'a number': 7,
  })
  const payload = await testPayload()
  for (const [index, [title, body]] of Object.entries(bodies).entries()) {
    const { id } = await anArticle({
      title,
      slug: `body-${index}`,
      _status: 'published',
      audience: index % 3 === 1 ? 'members' : 'public',
      body: aBody('Written below.'),
    })
    // As an older version or an import may have left it: the editor fills in what it misses.
    const { pool } = payload.db
    await pool.query('update content set body = $1 where id = $2', [JSON.stringify(body), id])
  }
  await anArticle({ title: 'Without a body', slug: 'without', _status: 'published', body: null })
}, 60_000)

test('only texts at which Payload does nothing are taken as they are written', async () => {
  const { config } = (await testPayload()).collections.content
  const found = Object.keys(bodies).filter((kind) => idleTextsOf(config, { body: bodies[kind] }).length > 0)
  expect(found).toEqual(idle)
})

test('lists are the same to the letter, for everybody, in every depth and selection', async () => {
  const { ada, ann, mia } = cast()
  const questions = [0, 1, 2].flatMap(
    (depth) =>
      [
        `GET /content?limit=20&sort=slug&depth=${depth}`,
        `GET /content?limit=20&sort=slug&depth=${depth}&select[body]=true`,
        `GET /content?limit=20&sort=slug&depth=${depth}&select[excerpt]=false&count=false`,
        `GET /content?where[title][like]=link&limit=5&sort=-title&depth=${depth}`,
      ] as const,
  )
  const ask = async () => {
    const told: [string, string][] = []
    for (const as of [undefined, ada, ann, mia])
      for (const question of questions) {
        const answer = await rest(question, { as })
        expect(answer.status).toBe(200)
        told.push([`${as?.email ?? 'nobody'}: ${question}`, answer.bytes.toString()])
      }
    return told
  }
  openCaches(false)
  const before = await ask()
  openCaches(true)
  const first = await ask()
  const known = await ask()
  openCaches(false)
  expect(first).toEqual(before)
  expect(known).toEqual(before)
  const texts = before.map(([, text]) => text)
  expect(texts.some((text) => text.includes('東京'))).toBe(true)
  expect(new Set(texts).size).toBeGreaterThan(20)
}, 60_000)

test('hooks and readers within the process are told parsed texts', async () => {
  const payload = await testPayload()
  const args = { collection: 'content', limit: 20, sort: 'slug', overrideAccess: true } as const
  openCaches(false)
  const before = await payload.find(args)
  openCaches(true)
  await payload.find(args)
  const known = await payload.find(args)
  openCaches(false)
  expect(known).toEqual(before)
  expect(structuredClone(known.docs)).toEqual(before.docs)
})

test('an answer that fails while it is written leaves nothing behind for the next one', () => {
  const endless: Record<string, unknown> = {}
  endless.self = endless
  expect(() => writeJson(endless)).toThrow(/circular/)
  expect(writeJson({ a: ['ö', 1] }).toString()).toBe('{"a":["ö",1]}')
})
