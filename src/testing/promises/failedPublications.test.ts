/** What becomes of a planned publication that cannot be done, and who hears of it. */
import { expect, test, vi } from 'vitest'
import { aProfile, aUser } from '@/src/domains/accounts/factories'
import { anArticle } from '@/src/domains/publishing/factories'
import { type Actor, cast, rest, testPayload } from '../harness'
import { fire, inHours, jobOf, letItBeTime, mailsTo, plan, publicTitle, query, run } from './publicationKit'

test('what broke on the way is tried again, and done', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'Second try' })
  const { publish } = await plan(eve, id, { publishAt: inHours(1) })
  const payload = await testPayload()
  const broken = vi.spyOn(payload, 'update').mockRejectedValueOnce(new Error('The disk was full'))
  await fire(id)
  broken.mockRestore()
  const { body } = await rest(`GET /schedule?collection=content&id=${id}`, { as: eve })
  expect(body.docs).toMatchObject([{ state: 'retrying', failure: { message: 'The disk was full' } }])
  expect(await publicTitle(id)).toBeUndefined()
  await fire(id)
  expect(await publicTitle(id)).toBe('Second try')
  expect((await jobOf(publish?.jobId ?? '')).completed_at).toBeTruthy()
})

test('who may not publish any more does not: the failure is final, told to the author, and named', async () => {
  const { ada, ann, eve } = cast()
  const editor = await aUser({ role: 'editor' })
  const { id } = await anArticle({ title: 'Orphan', user: editor.id, authors: [ann.profile] })
  const session = await rest('POST /users/login', {
    body: { email: editor.email, password: 'correct horse battery staple' },
  })
  const planner = { ...eve, id: editor.id, token: session.body.token as string }
  const { publish } = await plan(planner, id, { publishAt: inHours(1) })
  await rest(`PATCH /users/${editor.id}`, { as: ada, body: { role: 'member' } })
  await fire(id)
  const job = await jobOf(publish?.jobId ?? '')
  expect([job.has_error, job.error.code]).toEqual([true, 'PUBLISH_FORBIDDEN'])
  expect(await publicTitle(id)).toBeUndefined()
  const { body } = await rest(`GET /schedule?collection=content&id=${id}`, { as: eve })
  expect(body.docs?.[0]).toMatchObject({ state: 'failed', failure: { code: 'PUBLISH_FORBIDDEN' } })

  await run()
  const inbox = async (as: Actor) => {
    const answer = await rest('GET /notifications?where[channel][equals]=in-app', { as })
    return (answer.body.docs ?? []).filter(({ link }) => link === `/admin/collections/content/${id}`)
  }
  expect(await inbox(ann)).toMatchObject([
    { subject: '“Orphan” could not be published', status: 'sent', type: 'publication-failed' },
  ])
  expect(await inbox(planner)).toHaveLength(1)
  expect(await inbox(eve)).toHaveLength(0)

  await run('email')
  await run('email')
  expect(mailsTo(ann.email).filter((mail) => mail.includes(id))).toHaveLength(1)

  // Planned anew, the failure is settled.
  await plan(eve, id, { publishAt: inHours(1) })
  const after = await rest(`GET /schedule?collection=content&id=${id}`, { as: eve })
  expect(after.body.docs).toMatchObject([{ state: 'planned' }])
  await fire(id)
  expect(await publicTitle(id)).toBe('Orphan')
})

test('a disabled account publishes nothing; where nobody else is concerned, administrators hear of it', async () => {
  const { ada, eve } = cast()
  const editor = await aUser({ role: 'editor' })
  const { id } = await anArticle({ title: 'Deserted', user: editor.id })
  const session = await rest('POST /users/login', {
    body: { email: editor.email, password: 'correct horse battery staple' },
  })
  const { publish } = await plan({ ...eve, token: session.body.token as string }, id, {
    publishAt: inHours(1),
  })
  await rest(`PATCH /users/${editor.id}`, { as: ada, body: { disabledAt: '2026-01-01T00:00:00.000Z' } })
  await fire(id)
  expect((await jobOf(publish?.jobId ?? '')).error.code).toBe('ACCOUNT_DISABLED')
  await run()
  const { body } = await rest('GET /notifications?limit=100', { as: ada })
  const told = body.docs?.filter(({ link }) => link === `/admin/collections/content/${id}`)
  expect(told?.map(({ user, channel }) => [user, channel])).toEqual(
    expect.arrayContaining([
      [ada.id, 'in-app'],
      [ada.id, 'email'],
    ]),
  )
  expect(told).toHaveLength(2)
})

test('a draft that is not complete fails at once and says which field', async () => {
  const { eve } = cast()
  const { id } = await anArticle({ title: 'Half' })
  const { publish } = await plan(eve, id, { publishAt: inHours(1) })
  await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { audience: null } })
  await fire(id)
  const { error, has_error } = await jobOf(publish?.jobId ?? '')
  expect([has_error, error.code]).toEqual([true, 'VALIDATION_FAILED'])
  expect(error.message.toLowerCase()).toContain('audience')
  await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { audience: 'public' } })
  await rest(`PATCH /content/${id}`, { as: eve, body: { _status: 'published' } })
  expect((await rest(`GET /schedule?collection=content&id=${id}`, { as: eve })).body.docs).toEqual([])
})

test('failures that come together are each told', async () => {
  const { eve } = cast()
  const ids: string[] = []
  for (const title of ['One', 'Two', 'Three']) {
    const { id } = await anArticle({ title })
    await plan(eve, id, { publishAt: inHours(1) })
    await rest(`PATCH /content/${id}?draft=true`, { as: eve, body: { audience: null } })
    await letItBeTime(id)
    ids.push(id)
  }
  await run()
  await run()
  for (const id of ids) {
    const rows = await query(`select 1 from notifications where link like '%' || $1`, [id])
    expect(rows).toHaveLength(2)
  }
})

test('a guest author without an account, or one who wants no mail, gets none', async () => {
  const { eve } = cast()
  const quiet = await aUser({ role: 'author', emailPreferences: { notifications: false } })
  const profile = await aProfile({ user: quiet.id })
  const guest = await aProfile()
  const { id } = await anArticle({ title: 'Quiet', user: quiet.id, authors: [profile.id, guest.id] })
  await plan(eve, id, { publishAt: inHours(1) })
  await query(`update content set archived_at = now() where id = $1`, [id])
  await query(`update _content_v set version_archived_at = now() where parent_id = $1`, [id])
  await fire(id)
  await run()
  await run('email')
  expect(mailsTo(quiet.email)).toEqual([])
  const rows = await query(
    `select user_id, channel from notifications where link like '%' || $1 order by 2`,
    [id],
  )
  expect(rows).toEqual(
    expect.arrayContaining([
      { user_id: quiet.id, channel: 'in-app' },
      { user_id: eve.id, channel: 'in-app' },
      { user_id: eve.id, channel: 'email' },
    ]),
  )
  expect(rows).toHaveLength(3)
})
