import { expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { cast, requestOf } from '@/src/testing/harness'
import { readNumbers } from './readNumbers'

const { eve, ann, bob } = cast()

test('editors count what everybody did, authors what they did', async () => {
  await anArticle({ _status: 'published', user: bob.id, publishedAt: new Date().toISOString() })
  await anArticle({ _status: 'published', user: bob.id, publishedAt: '2020-01-01T00:00:00.000Z' })
  await anArticle({ _status: 'published', user: bob.id, archivedAt: new Date().toISOString() })
  await anArticle({ user: ann.id })
  expect(await readNumbers(await requestOf(eve))).toEqual({
    publishedThisWeek: 1,
    published: 2,
    drafts: 1,
    media: 0,
  })
  expect(await readNumbers(await requestOf(ann))).toEqual({
    publishedThisWeek: 0,
    published: 0,
    drafts: 1,
    media: 0,
  })
})
