import { expect, test } from 'vitest'
import { aJob } from '@/src/domains/automation/factories'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { cast, requestOf, testPayload } from '@/src/testing/harness'
import { readAttention } from './readAttention'

const { ada, eve, ann, bob } = cast()

test('an author sees their own drafts and nobody else’s', async () => {
  const own = await anArticle({ title: 'Ann’s draft', user: ann.id })
  await anArticle({ title: 'Bob’s draft', user: bob.id })
  const { waiting, mine, edits } = await readAttention(await requestOf(ann))
  expect(waiting).toBeNull()
  expect(mine.lines.map(({ id }) => id)).toEqual([own.id])
  expect(edits.map(({ title }) => title)).not.toContain('Bob’s draft')
})

test('an editor sees the drafts of others as waiting and their own apart', async () => {
  const own = await anArticle({ title: 'Eve’s draft', user: eve.id })
  const other = await anArticle({ title: 'A draft for Eve', user: bob.id, authors: [bob.profile] })
  const { waiting, mine } = await readAttention(await requestOf(eve))
  expect(mine.lines.map(({ id }) => id)).toEqual([own.id])
  expect(waiting?.lines.map(({ id }) => id)).toContain(other.id)
  expect(waiting?.lines.map(({ id }) => id)).not.toContain(own.id)
  expect(waiting?.lines.find(({ id }) => id === other.id)).toMatchObject({ authors: ['Bob'], state: 'draft' })
})

test('an article that was only begun and one that is archived do not wait', async () => {
  const begun = await anArticle({ title: undefined, user: bob.id })
  const archived = await anArticle({ user: bob.id, archivedAt: '2026-01-01T00:00:00.000Z' })
  const { waiting } = await readAttention(await requestOf(eve))
  const ids = waiting?.lines.map(({ id }) => id)
  expect(ids).not.toContain(begun.id)
  expect(ids).not.toContain(archived.id)
})

test('a published article with newer changes is told apart from a draft', async () => {
  const payload = await testPayload()
  const article = await anArticle({ _status: 'published', user: bob.id })
  await payload.update({
    collection: 'content',
    id: article.id,
    data: { title: 'Changed since' },
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
  const { waiting } = await readAttention(await requestOf(ada))
  expect(waiting?.lines.find(({ id }) => id === article.id)).toMatchObject({
    title: 'Changed since',
    state: 'changed',
  })
})

test('recent changes name articles and pages, the newest first', async () => {
  const page = await aPage({ title: 'Newest page' })
  const { edits } = await readAttention(await requestOf(eve))
  expect(edits[0]).toMatchObject({ collection: 'pages', id: page.id })
  expect(edits.map(({ updatedAt }) => updatedAt)).toEqual(
    edits
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .reverse(),
  )
})

test('what is planned is told beside the document, what could not be done to those concerned', async () => {
  const { id } = await anArticle({ title: 'Due one day', user: ann.id })
  const input = { collection: 'content', id, action: 'publish', at: '2999-01-01T09:00:00.000Z', user: eve.id }
  const job = { task: 'publishDocument', queue: 'publishing' }
  await aJob({ ...job, state: 'later', input })
  const failed = await anArticle({ title: 'Not done', user: ann.id })
  const message = 'The document is archived.'
  await aJob({ ...job, state: 'failed', message, input: { ...input, id: failed.id } })

  const attention = async (actor: typeof ann) => readAttention(await requestOf(actor))
  const { mine, unpublished } = await attention(ann)
  expect(mine.lines.find((line) => line.id === id)?.plan).toEqual({ action: 'publish', at: input.at })
  expect(unpublished).toMatchObject([{ id: failed.id, title: 'Not done', failure: { message } }])
  expect((await attention(eve)).unpublished).toHaveLength(1)
  expect((await attention(bob)).unpublished).toEqual([])
  // They find it among all the jobs that failed.
  expect((await attention(ada)).unpublished).toEqual([])
})
