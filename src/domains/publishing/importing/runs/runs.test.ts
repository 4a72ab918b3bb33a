/** Imports of the panel: looked through, done by a job, told, and undone but for what somebody works with. */
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, cast, requestOf, testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { aGhostSite, ghostExport } from '../ghost/fixtures/aGhostSite'
import { startRun } from './startRun'
import type { Undone } from './undoRun'

let payload: Payload
let sql: Client
let eve: Actor
let bob: Actor

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
  const people = await cast()
  eve = people.eve
  bob = people.bob
})
beforeEach(async () => {
  await sql.query(
    'truncate content, _content_v, pages, _pages_v, tags, categories, redirects, profiles, media, files, imports, import_items, payload_jobs cascade',
  )
})
afterAll(() => sql.end())

async function anUpload(
  text = JSON.stringify(ghostExport(aGhostSite('5.130.6'), '5.130.6')),
  kind: 'ghost' | 'json' = 'ghost',
) {
  const data = Buffer.from(text)
  const file = await payload.create({
    collection: 'files',
    data: { purpose: 'import' },
    file: { name: 'ghost.json', data, mimetype: 'application/json', size: data.length },
    overrideAccess: true,
  })
  return payload.create({
    collection: 'imports',
    data: { name: 'ghost.json', kind, file: file.id, state: 'new', options: { status: 'source' } },
    depth: 0,
    overrideAccess: true,
  })
}

async function act(id: string, name: 'check' | 'import' | 'undo', who = eve) {
  await startRun(await requestOf(who), { id, act: name })
  await payload.jobs.run({ queue: 'maintenance', overrideAccess: true, silent: true })
  return payload.findByID({ collection: 'imports', id, depth: 0, overrideAccess: true })
}

const count = async (table: string) =>
  (await sql.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

describe('an upload', () => {
  test('is nothing to an author', async () => {
    const { id } = await anUpload()
    await expect(startRun(await requestOf(bob), { id, act: 'check' })).rejects.toMatchObject({ status: 404 })
  })

  test('is looked through without a write, and told', async () => {
    const { id } = await anUpload()
    const looked = await act(id, 'check')
    expect(looked).toMatchObject({ state: 'checked', check: { isDryRun: true, documents: { imported: 6 } } })
    expect(await count('content')).toBe(0)
    expect(await count('import_items')).toBe(0)
  })

  test('that is no export says so in a sentence with its code', async () => {
    const { id } = await anUpload('{"hello": "world"}')
    expect(await act(id, 'check')).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('IMPORT_NOT_GHOST'),
    })
  })
})

describe('an import', () => {
  test('is done by a job, its report kept, and what it made remembered', async () => {
    const { id } = await anUpload()
    const done = await act(id, 'import')
    expect(done).toMatchObject({ state: 'imported', report: { documents: { imported: 6 } } })
    expect(done.finishedAt).toBeTruthy()
    const { rows } = await sql.query<{ target: string; n: number }>(
      'select target, count(*)::int as n from import_items group by 1 order by 1',
    )
    expect(Object.fromEntries(rows.map(({ target, n }) => [target, n]))).toMatchObject({
      content: 5,
      pages: 1,
      tags: 2,
      profiles: 2,
      files: 2,
    })
  })

  test('is not started twice at once', async () => {
    const { id } = await anUpload()
    await startRun(await requestOf(eve), { id, act: 'import' })
    await expect(startRun(await requestOf(eve), { id, act: 'import' })).rejects.toMatchObject({
      code: 'IMPORT_BUSY',
    })
  })
})

describe('undoing', () => {
  test('is refused before there is anything to undo', async () => {
    const { id } = await anUpload()
    await expect(startRun(await requestOf(eve), { id, act: 'undo' })).rejects.toMatchObject({
      code: 'IMPORT_NOT_DONE',
    })
  })

  test('takes away exactly what the import made', async () => {
    const own = await payload.create({
      collection: 'tags',
      data: { name: 'First Tag', slug: 'first-tag', origin: 'user' },
      overrideAccess: true,
    })
    const before = await payload.create({
      collection: 'content',
      data: { title: 'Own', audience: 'public', locale: 'en', tags: [own.id], _status: 'published' },
      overrideAccess: true,
    })
    const { id } = await anUpload()
    await act(id, 'import')
    const undone = await act(id, 'undo')
    expect(undone.state).toBe('undone')
    expect((undone.undo as Undone).kept).toEqual([])
    const { rows } = await sql.query('select id from content')
    expect(rows).toEqual([{ id: before.id }])
    expect((await sql.query('select id from tags')).rows).toEqual([{ id: own.id }])
    for (const table of ['pages', 'profiles', 'redirects', 'import_items'])
      expect(await count(table), table).toBe(0)
  })

  test('leaves what was edited since, with what that uses, and lists it', async () => {
    const { id } = await anUpload()
    await act(id, 'import')
    const { docs } = await payload.find({
      collection: 'content',
      where: { slug: { equals: 'first-post' } },
      overrideAccess: true,
    })
    await payload.update({
      collection: 'content',
      id: docs[0]?.id ?? '',
      data: { title: 'Mine now' },
      draft: true,
      overrideAccess: true,
    })
    const undone = (await act(id, 'undo')).undo as Undone
    expect(undone.kept.map(({ collection, reason }) => `${collection} ${reason}`).sort()).toEqual([
      'content edited',
      'profiles used',
      'profiles used',
      'tags used',
      'tags used',
    ])
    expect(await count('content')).toBe(1)
    expect(undone.removed).toMatchObject({ content: 4, pages: 1 })
  })

  test('once more changes nothing more, and the file can be imported again', async () => {
    const { id } = await anUpload()
    await act(id, 'import')
    await act(id, 'undo')
    expect((await act(id, 'undo')).state).toBe('undone')
    expect(await act(id, 'import')).toMatchObject({
      state: 'imported',
      report: { documents: { imported: 6 } },
    })
  })
})
