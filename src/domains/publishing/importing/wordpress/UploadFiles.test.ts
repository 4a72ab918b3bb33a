import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPicture } from '@/src/domains/media/factories'
import { AppError } from '@/src/platform/errors'
import type { Fetcher } from '@/src/platform/fetch/createFetcher'
import { testDatabaseUrl, testPayload } from '@/src/testing/harness'
import { type ImportInput, importContent } from '..'
import { formerSite } from '../fixtures/formerSite'

const fixture = 'src/domains/publishing/importing/fixtures/wordpress/export.xml'
let payload: Payload
let sql: Client
let folder: string
let path: string
let site: ReturnType<typeof formerSite>
let pictures: Record<string, Buffer>

beforeAll(async () => {
  payload = await testPayload()
  sql = new Client(testDatabaseUrl())
  await sql.connect()
})
beforeEach(async () => {
  await sql.query('truncate content, _content_v, pages, _pages_v, tags, categories, redirects, media cascade')
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
  path = join(folder, 'export.xml')
  writeFileSync(path, readFileSync(fixture))
  pictures = { 'mast.png': await aPicture(), 'rope.png': await aPicture(), 'unshown.png': await aPicture() }
  site = formerSite(pictures)
  return () => rmSync(folder, { recursive: true, force: true })
})
afterAll(() => sql.end())

const run = (input: Partial<Extract<ImportInput, { kind: 'wordpress' }>> = {}) =>
  importContent({ payload }, { kind: 'wordpress', path, fetchFile: site.fetchFile, ...input })

const article = async (slug: string) => {
  const { docs } = await payload.find({
    collection: 'content',
    where: { slug: { equals: slug } },
    depth: 1,
    draft: true,
    overrideAccess: true,
  })
  return docs[0]
}

test('fetches each file once, the whole library included, and links to what cannot be had', async () => {
  const report = await run()
  expect(report.media.stored).toBe(3)
  expect(site.asked.filter((url) => url.endsWith('mast.png'))).toHaveLength(1)
  expect(site.asked.some((url) => url.includes('300x200'))).toBe(false)
  const { docs } = await payload.find({
    collection: 'media',
    sort: 'filename',
    depth: 0,
    overrideAccess: true,
  })
  expect(docs.map(({ alt, caption }) => [alt, caption])).toEqual([
    ['A mast against the sky', 'The mast, captioned'],
    ['A coil of rope', null],
    ['In the gallery of post 2', null],
  ])
  const missing = report.issues
    .filter(({ code }) => code === 'MEDIA_LEFT_REMOTE')
    .map(({ message }) => message)
  expect(missing.join()).toMatch(/plan\.pdf.*sail\.mp4|sail\.mp4.*plan\.pdf/s)
  const body = JSON.stringify((await article('every-block'))?.body)
  expect(body).toContain('"https://harbour.example/wp-content/uploads/2023/04/sail.mp4"')
})

test('takes files from a copy of the uploads and leaves the site alone', async () => {
  const uploads = join(folder, 'uploads')
  mkdirSync(join(uploads, '2023/04'), { recursive: true })
  for (const [name, data] of Object.entries(pictures)) writeFileSync(join(uploads, '2023/04', name), data)
  const report = await run({ uploads, download: false })
  expect(report.media.stored).toBe(3)
  expect(site.asked).toEqual([])
})

test('fetches what an earlier run was not to fetch', async () => {
  expect((await run({ download: false })).media.stored).toBe(0)
  expect((await run({ download: false })).documents).toMatchObject({ unchanged: 13 })
  expect((await run()).documents).toMatchObject({ updated: 2, unchanged: 11 })
})

test('tries again what could not be reached, and only then writes', async () => {
  const unreachable: Fetcher = async () => {
    throw new AppError('HOST_UNREACHABLE', 'It cannot be reached.', 502)
  }
  const first = await run({ fetchFile: unreachable })
  expect(first.documents).toMatchObject({ imported: 13, failed: 0 })
  expect(first.issues.map(({ code }) => code)).toContain('MEDIA_UNREACHABLE')
  expect((await run({ fetchFile: unreachable })).documents).toMatchObject({ unchanged: 13 })
  expect((await run()).documents).toMatchObject({ updated: 2, unchanged: 11 })
  expect(JSON.stringify((await article('every-block'))?.body)).toContain('"relationTo":"media"')
  expect((await run()).documents).toMatchObject({ unchanged: 13 })
})
