/** Search engines hear of what everybody can see, once, and of nothing else. A server of ours stands for them. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { env, setEnv } from '@/src/platform/env'
import { execute } from '@/src/platform/payload/execute'
import { submitToIndexNow } from '@/src/services/searchEngines'
import { requestOf, testPayload } from '@/src/testing/harness'

const key = 'a1b2c3d4e5f60718'
let server: Server
let status: number
let heard: { path: string; type: string; body: Record<string, unknown> }[]

beforeAll(async () => {
  server = createServer((req, res) => {
    let text = ''
    req.on('data', (chunk) => {
      text += chunk
    })
    req.on('end', () => {
      heard.push({ path: req.url ?? '', type: String(req.headers['content-type']), body: JSON.parse(text) })
      res.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  setEnv({ INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: `http://127.0.0.1:${port}/indexnow`, APP_ENV: 'production' })
})
afterAll(() => {
  setEnv({ INDEXNOW_KEY: undefined, INDEXNOW_ENDPOINT: undefined, APP_ENV: undefined })
  server.close()
})
beforeEach(async () => {
  heard = []
  status = 200
  await testPayload()
  await execute(await requestOf(), sql`delete from payload_jobs where task_slug = 'submitToIndexNow'`)
})

async function queued(): Promise<string[]> {
  const rows = await execute<{ path: string }>(
    await requestOf(),
    sql`select input->>'path' as path from payload_jobs where task_slug = 'submitToIndexNow' order by 1`,
  )
  return rows.map(({ path }) => path)
}

async function update(collection: 'content' | 'pages', id: string, data: object, options: object = {}) {
  const payload = await testPayload()
  await payload.update({ collection, id, data, overrideAccess: true, ...options })
}

async function forget(): Promise<void> {
  await execute(await requestOf(), sql`delete from payload_jobs where task_slug = 'submitToIndexNow'`)
}

describe('what is queued', () => {
  test('nothing of a draft, nor of what is hidden from search engines', async () => {
    const draft = await anArticle()
    await update('content', draft.id, { title: 'Changed', slug: 'a-secret-name' })
    await update('content', draft.id, { _status: 'draft', title: 'Changed again' })
    await anArticle({ _status: 'published', seo: { noindex: true } })
    await anArticle({ _status: 'published', archivedAt: '2026-01-01T00:00:00.000Z' })
    const published = await anArticle({ _status: 'published' })
    await forget()
    await update('content', published.id, { title: 'A draft over it', slug: 'its-new-name' }, { draft: true })
    expect(await queued()).toEqual([])
  })

  test('a publication, a change, a new address and a withdrawal, each once a minute', async () => {
    const article = await anArticle({ _status: 'published', slug: 'heard-of' })
    await update('content', article.id, { title: 'Changed', _status: 'published' })
    await update('content', article.id, { title: 'Changed again', _status: 'published' })
    expect((await queued()).length, 'a minute may have ended on the way').toBeLessThanOrEqual(2)
    expect(new Set(await queued())).toEqual(new Set(['/articles/heard-of']))
    await forget()
    await update('content', article.id, { slug: 'moved', _status: 'published' })
    expect(await queued()).toEqual(['/articles/heard-of', '/articles/moved'])
    for (const data of [
      { _status: 'draft' },
      { _status: 'published' },
      { archivedAt: '2026-01-01', _status: 'published' },
    ]) {
      await forget()
      await update('content', article.id, data)
      expect(await queued(), JSON.stringify(data)).toEqual(['/articles/moved'])
    }
  })

  test('the trash, the way out of it and the end of it; pages too', async () => {
    const page = await aPage({ _status: 'published', slug: 'told-of' })
    expect(await queued()).toEqual(['/told-of'])
    await forget()
    await update('pages', page.id, { deletedAt: new Date().toISOString() })
    expect(await queued()).toEqual(['/told-of'])
    await forget()
    const payload = await testPayload()
    await payload.delete({ collection: 'pages', id: page.id, trash: true, overrideAccess: true })
    expect(await queued()).toEqual([])
    const article = await anArticle({ _status: 'published', slug: 'gone' })
    await forget()
    await payload.delete({ collection: 'content', id: article.id, overrideAccess: true })
    expect(await queued()).toEqual(['/articles/gone'])
  })

  test('nothing without a key, and nothing on staging', async () => {
    for (const settings of [{ INDEXNOW_KEY: undefined }, { APP_ENV: 'staging' }]) {
      setEnv(settings)
      await anArticle({ _status: 'published' })
      await submitToIndexNow({ urls: [`${env.SITE_URL}/x`] })
      expect([await queued(), heard]).toEqual([[], []])
      setEnv({ INDEXNOW_KEY: key, APP_ENV: 'production' })
    }
  })
})

describe('what is sent', () => {
  test('the protocol’s words, with the key where the site answers with it', async () => {
    const url = `${env.SITE_URL}/articles/ä`
    await submitToIndexNow({ urls: [url] })
    expect(heard).toEqual([
      {
        path: '/indexnow',
        type: 'application/json; charset=utf-8',
        body: {
          host: new URL(env.SITE_URL).host,
          key,
          keyLocation: `${env.SITE_URL}/indexnow.txt`,
          urlList: [url],
        },
      },
    ])
    const { GET } = await import('@/src/app/indexnow.txt/route')
    expect(await GET().text()).toBe(key)
    setEnv({ INDEXNOW_KEY: undefined })
    expect(GET().status).toBe(404)
    setEnv({ INDEXNOW_KEY: key })
  })

  test.each([
    [200, undefined],
    [202, undefined],
    [400, 'INDEXNOW_MALFORMED'],
    [403, 'INDEXNOW_KEY_REFUSED'],
    [422, 'INDEXNOW_FOREIGN'],
    [429, 'INDEXNOW_BUSY'],
    [500, 'INDEXNOW_UNAVAILABLE'],
    [503, 'INDEXNOW_UNAVAILABLE'],
    [302, 'INDEXNOW_UNAVAILABLE'],
  ])('%i is answered with %s', async (answer, code) => {
    status = answer
    const told = submitToIndexNow({ urls: [`${env.SITE_URL}/x`] })
    if (code === undefined) await told
    else await expect(told).rejects.toMatchObject({ code })
  })

  test('nobody there is the same as nobody able', async () => {
    const former = env.INDEXNOW_ENDPOINT
    setEnv({ INDEXNOW_ENDPOINT: 'http://127.0.0.1:1/indexnow' })
    await expect(submitToIndexNow({ urls: ['x'] })).rejects.toMatchObject({ code: 'INDEXNOW_UNAVAILABLE' })
    setEnv({ INDEXNOW_ENDPOINT: former })
  })
})

describe('the job', () => {
  async function runWith(answer: number) {
    status = answer
    heard = []
    await execute(
      await requestOf(),
      sql`update payload_jobs set wait_until = now() - interval '1 second' where task_slug = 'submitToIndexNow'`,
    )
    await (await testPayload()).jobs.run({ queue: 'webhooks', overrideAccess: true, silent: true })
    const [job] = await execute<{ completed: boolean; failed: boolean; error: { code?: string } | null }>(
      await requestOf(),
      sql`select completed_at is not null as completed, coalesce(has_error, false) as failed, error
            from payload_jobs where task_slug = 'submitToIndexNow'`,
    )
    return job
  }

  test('waits where it is asked to, and is done once it is heard', async () => {
    await anArticle({ _status: 'published', slug: 'in-a-job' })
    expect(await runWith(429)).toMatchObject({ completed: false, failed: false })
    expect(await runWith(503)).toMatchObject({ completed: false, failed: false })
    expect(await runWith(202)).toMatchObject({ completed: true, failed: false })
    expect(heard.map(({ body }) => body.urlList)).toEqual([[`${env.SITE_URL}/articles/in-a-job`]])
  })

  test.each([403, 422])('has failed for good at %i', async (answer) => {
    await anArticle({ _status: 'published' })
    expect(await runWith(answer)).toMatchObject({ completed: false, failed: true })
    await runWith(200)
    expect(heard).toEqual([])
  })
})
