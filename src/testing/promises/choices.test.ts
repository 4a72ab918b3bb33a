/** What is chosen for a document is chosen once, whoever sends it and however it is spelt. */
import { expect, test } from 'vitest'
import { aProfile } from '@/src/domains/accounts/factories'
import { aCategory, anArticle, aTag } from '@/src/domains/publishing/factories'
import { cast, rest } from '../harness'

async function choices() {
  const [a, b] = [await aCategory(), await aCategory()]
  const [tag, other] = [await aTag(), await aTag()]
  const [ann, bob] = [await aProfile(), await aProfile()]
  return {
    sent: {
      categories: [b.id, a.id, b.id, b.id.toUpperCase()],
      tags: [tag.id, tag.id, other.id],
      authors: [bob.id, ann.id, bob.id],
    },
    kept: { categories: [b.id, a.id], tags: [tag.id, other.id], authors: [bob.id, ann.id] },
  }
}

test('what is chosen twice is kept once, at its first place, from the first draft to what is published', async () => {
  const { eve } = cast()
  const { sent, kept } = await choices()
  const made = await rest('POST /content?depth=0', { as: eve, body: { title: 'Twice chosen', ...sent } })
  expect(made.body.doc).toMatchObject(kept)
  const id = made.body.doc?.id
  for (const query of ['draft=true&autosave=true&', 'draft=true&', '']) {
    const saved = await rest(`PATCH /content/${id}?${query}depth=0`, {
      as: eve,
      body: { ...sent, _status: query ? 'draft' : 'published' },
    })
    expect([saved.status, saved.body.doc]).toMatchObject([200, kept])
  }
  expect((await rest(`GET /content/${id}?depth=0`)).body).toMatchObject(kept)
})

test('code of ours is held to it as well', async () => {
  const { sent, kept } = await choices()
  expect(await anArticle(sent)).toMatchObject(kept)
})

test('a tag belongs to a section once', async () => {
  const { sent, kept } = await choices()
  const tag = await aTag({ categories: sent.categories })
  expect(tag.categories).toEqual(kept.categories)
})

test('what is no document is refused as before', async () => {
  const { eve } = cast()
  for (const categories of [['nothing', 'nothing'], 'nothing', [null], [{}]]) {
    const answer = await rest('POST /content', {
      as: eve,
      body: { title: 'Chosen wrongly', categories, _status: 'published' },
    })
    expect(answer.status, JSON.stringify(categories)).toBe(400)
  }
  const none = await rest('POST /content?depth=0', {
    as: eve,
    body: { title: 'None chosen', categories: [], tags: null },
  })
  expect(none.status).toBe(201)
})
