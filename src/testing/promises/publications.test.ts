/** What happens when a planned moment comes, with the queue run in this process. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProfile, aUser } from '@/src/domains/accounts/factories'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { env } from '@/src/platform/env'
import { poolOf } from '@/src/platform/payload/poolOf'
import { type Actor, cast, rest, testPayload } from '../harness'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

async function plan(as: Actor, id: string, moments: { publishAt?: string; unpublishAt?: string }) {
  const { status, body } = await rest('POST /schedule', {
    as,
    body: { collection: 'content', id, ...moments },
  })
  expect(status, JSON.stringify(body.errors)).toBe(200)
  return body as unknown as Record<'publish' | 'unpublish', { jobId: string; at: string } | null>
}

async function query(text: string, values: unknown[] = []) {
  return (await poolOf({ payload: await testPayload() }).query(text, values)).rows
}

/** Lets the planned moments of a document come. */
async function letItBeTime(id: string) {
  await query(
    `update payload_jobs set wait_until = now() - interval '1 second'
     where input->>'id' = $1 and completed_at is null and not has_error`,
    [id],
  )
}

async function run(queue = 'publishing') {
  const payload = await testPayload()
  await payload.jobs.run({ queue, overrideAccess: true, silent: true }).catch((error: { code?: string }) => {
    // What a worker would only log: the job was taken away while it ran.
    if (error.code !== 'JOB_LOST') throw error
  })
}

async function fire(id: string) {
  await letItBeTime(id)
  await run()
}

async function jobOf(id: string) {
  const [job] = await query('select * from payload_jobs where id = $1', [id])
  return job
}

/** What the public gets. */
const publicTitle = async (id: string) => (await rest(`GET /content/${id}`)).body.title

async function versionsOf(id: string) {
  return (await rest(`GET /content/versions?where[parent][equals]=${id}`, { as: cast().eve })).body.totalDocs
}

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
  const { ada, eve } = cast()
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
  expect(ada.id).not.toBe(quiet.id)
})

function mailsTo(address: string): string[] {
  const folder = join(env.DATA_DIR, 'outbox')
  try {
    return (
      readdirSync(folder)
        // Lines that were too long for a mail are whole again.
        .map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''))
        .filter((mail) => mail.includes(`To: ${address}`))
    )
  } catch {
    return []
  }
}
