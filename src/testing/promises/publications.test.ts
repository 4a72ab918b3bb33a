/** What happens when a planned moment comes, with the queue run in this process. */
import { expect, test } from 'vitest'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { cast, rest } from '../harness'
import {
  fire,
  inHours,
  jobOf,
  letItBeTime,
  plan,
  publicTitle,
  query,
  run,
  versionsOf,
} from './publicationKit'

test('nothing happens before its time', async () => {
  const { eve } = cast()
  const { id } = await anArticle()
  const { publish } = await plan(eve, id, { publishAt: inHours(1) })
  await run()
  expect(await publicTitle(id)).toBeUndefined()
  expect((await jobOf(publish?.jobId ?? '')).total_tried).toBe('0')
})

test('at its time the newest draft is published, dated with the planned moment, once', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'First words' })
  const { publish } = await plan(eve, id, { publishAt: inHours(1) })
  const draft = { title: 'Last words', body: aBody('Written after it was planned') }
  await rest(`PATCH /content/${id}?draft=true&autosave=true`, { as: eve, body: draft })
  await fire(id)
  const { body } = await rest(`GET /content/${id}`)
  expect([body.title, body._status, body.publishedAt]).toEqual(['Last words', 'published', publish?.at])
  expect((await jobOf(publish?.jobId ?? '')).completed_at).toBeTruthy()
  expect((await rest(`GET /schedule?collection=content&id=${id}`, { as: eve })).body.docs).toEqual([])

  const versions = await versionsOf(id)
  await fire(id)
  await query('update payload_jobs set completed_at = null, processing = false where id = $1', [
    publish?.jobId,
  ])
  await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { title: 'Newer' } })
  await fire(id)
  expect(await publicTitle(id)).toBe('Last words')
  expect((await jobOf(publish?.jobId ?? '')).completed_at).toBeTruthy()
  expect(await versionsOf(id)).toBe((versions ?? 0) + 1)
})

test('a date that was set by hand stays', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ publishedAt: '2020-02-02T00:00:00.000Z' })
  await plan(eve, id, { publishAt: inHours(1) })
  await fire(id)
  expect((await rest(`GET /content/${id}`)).body.publishedAt).toBe('2020-02-02T00:00:00.000Z')
})

test('a withdrawal keeps the newest draft, complete or not, and the address readers knew', async () => {
  const { eve } = cast()
  const { id, slug } = await anArticle({ title: 'Public words', _status: 'published' })
  await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { title: 'Unread words', audience: null } })
  await plan(eve, id, { unpublishAt: inHours(1) })
  await fire(id)
  expect((await rest(`GET /content/${id}`)).status).toBe(404)
  const { body } = await rest(`GET /content/${id}?draft=true`, { as: eve })
  expect([body.title, body._status, body.slug]).toEqual(['Unread words', 'draft', slug])
})

test('changes of a published article are published at their time', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'Old words', _status: 'published' })
  await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { title: 'New words' } })
  await plan(eve, id, { publishAt: inHours(1), unpublishAt: inHours(2) })
  expect(await publicTitle(id)).toBe('Old words')
  await query(
    `update payload_jobs set wait_until = now() - interval '1 second' where input->>'id' = $1 and input->>'action' = 'publish'`,
    [id],
  )
  await run()
  expect(await publicTitle(id)).toBe('New words')
  await fire(id)
  expect((await rest(`GET /content/${id}`)).status).toBe(404)
})

test('a job that was replaced while it ran does not publish', async () => {
  const { eve } = cast()
  const { id } = await anArticle()
  const { publish } = await plan(eve, id, { publishAt: inHours(1) })
  // Another worker holds it and is about to begin.
  await query(
    `update payload_jobs set processing = true, lease_owner = 'other', fence = fence + 1,
       lease_until = now() + interval '1 minute' where id = $1`,
    [publish?.jobId],
  )
  const again = await plan(eve, id, { publishAt: inHours(3) })
  expect(again.publish?.jobId).not.toBe(publish?.jobId)
  const { processing, error } = await jobOf(publish?.jobId ?? '')
  expect([processing, error.cancelled]).toEqual([false, true])
  await run()
  expect(await publicTitle(id)).toBeUndefined()
})

test('choosing another time while it fires leaves one outcome, never both', async () => {
  const { eve } = cast()
  for (let nth = 0; nth < 4; nth += 1) {
    const { id } = await anArticle()
    const first = await plan(eve, id, { publishAt: inHours(1) })
    await letItBeTime(id)
    const replacing = rest('POST /schedule', {
      as: eve,
      body: { collection: 'content', id, publishAt: inHours(4) },
    })
    const [, answer] = await Promise.all([run(), replacing])
    expect(answer.status).toBe(200)
    const isPublished = (await publicTitle(id)) !== undefined
    const { completed_at, error } = await jobOf(first.publish?.jobId ?? '')
    expect([Boolean(completed_at), error?.cancelled === true]).toEqual([isPublished, !isPublished])
  }
})
