/** Answers that two web processes share through a real Redis; where there is none these tests are named as not run. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aSite, type Site } from '../support/aSite'

let site: Site
let child: ChildProcess
let redis: Redis

describe.skipIf(!hasRedis())('with Redis (not run where there is no redis-server)', () => {
  beforeAll(async () => {
    const port = await freePort()
    child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    })
    redis = new Redis(`redis://127.0.0.1:${port}`)
    redis.on('error', () => {})
    site = await aSite(2, { LOG_LEVEL: 'error', REDIS_URL: `redis://127.0.0.1:${port}` })
    await sleep(500)
  })

  afterAll(async () => {
    await site.remove()
    redis.disconnect()
    child.kill('SIGCONT')
    child.kill('SIGKILL')
  })

  test('what one process made another one has', async () => {
    const { slug } = await anArticle()
    await settle()
    expect((await ask(0, bySlug(slug))).how).toBe('miss')
    await sleep(100)
    expect((await ask(1, bySlug(slug))).how).toBe('hit')
  })

  test('thirty writes are seen at once where they were made, and within a second elsewhere', async () => {
    const { id, slug } = await anArticle()
    const delays: number[] = []
    for (let trial = 0; trial < 30; trial += 1) {
      for (const web of [0, 1]) await ask(web, bySlug(slug))
      const title = `Trial ${trial}`
      await write('PATCH', `/content/${id}`, { title, _status: 'published' }, trial % 2)
      const startedAt = performance.now()
      expect((await ask(trial % 2, bySlug(slug))).title).toBe(title)
      while ((await ask(1 - (trial % 2), bySlug(slug))).title !== title)
        expect(performance.now() - startedAt).toBeLessThan(1_000)
      delays.push(performance.now() - startedAt)
    }
    expect(delays.sort((a, b) => a - b)[28]).toBeLessThan(1_000)
  })

  test('answers for those who signed in are not there, and every answer ends by itself', async () => {
    const { slug } = await anArticle()
    await settle()
    const before = await keys()
    await write('GET', bySlug(slug))
    await write('GET', '/users/me')
    expect(await keys()).toHaveLength(before.length)
    await ask(0, bySlug(slug))
    await sleep(100)
    const added = (await keys()).filter((key) => !before.includes(key))
    expect(added).toHaveLength(1)
    expect(await redis.pttl(added[0] ?? '')).toBeLessThanOrEqual(300_000)
    expect(await redis.pttl(added[0] ?? '')).toBeGreaterThan(0)
  })

  test('a Redis that was emptied makes nothing wrong', async () => {
    const { id, slug } = await anArticle()
    for (const web of [0, 1]) await ask(web, bySlug(slug))
    await redis.flushall()
    await write('PATCH', `/content/${id}`, { title: 'After the flush', _status: 'published' })
    expect((await ask(0, bySlug(slug))).title).toBe('After the flush')
    await sleep(1_000)
    expect((await ask(1, bySlug(slug))).title).toBe('After the flush')
  })

  test('while Redis hangs, and when it is back, every answer is right', async () => {
    const { id, slug } = await anArticle()
    for (const web of [0, 1]) await ask(web, bySlug(slug))
    child.kill('SIGSTOP')
    const startedAt = performance.now()
    expect(
      (await write('PATCH', `/content/${id}`, { title: 'While it hangs', _status: 'published' })).status,
    ).toBe(200)
    expect((await ask(0, bySlug(slug))).title).toBe('While it hangs')
    expect(performance.now() - startedAt).toBeLessThan(3_000)
    await sleep(1_000)
    expect((await ask(1, bySlug(slug))).title).toBe('While it hangs')
    child.kill('SIGCONT')
    await sleep(3_000)
    for (const web of [0, 1]) expect((await ask(web, bySlug(slug))).title).toBe('While it hangs')
    const other = await anArticle()
    await settle()
    await ask(0, bySlug(other.slug))
    await sleep(100)
    expect((await ask(1, bySlug(other.slug))).how).toBe('hit')
  })

  test('without Redis both processes answer by themselves', async () => {
    const { id, slug } = await anArticle()
    for (const web of [0, 1]) await ask(web, bySlug(slug))
    child.kill('SIGKILL')
    await write('PATCH', `/content/${id}`, { title: 'Without', _status: 'published' })
    expect((await ask(0, bySlug(slug))).title).toBe('Without')
    await sleep(1_000)
    expect((await ask(1, bySlug(slug))).title).toBe('Without')
    expect((await ask(1, bySlug(slug))).how).toBe('hit')
  })
})

interface Asked {
  status: number
  how: string | null
  title?: string
  doc: { id: string; slug: string }
}

async function ask(web: number, path: string, init: RequestInit = {}): Promise<Asked> {
  const answer = await fetch(`${site.origins[web]}/api${path}`, init)
  const body = (await answer.json()) as { docs?: { title: string }[]; doc: Asked['doc'] }
  return {
    status: answer.status,
    how: answer.headers.get('x-cache'),
    title: body.docs?.[0]?.title,
    doc: body.doc,
  }
}

function write(method: string, path: string, body?: object, web = 0): Promise<Asked> {
  const editor = inject('cast').find(({ name }) => name === 'ada')
  return ask(web, path, {
    method,
    headers: { Authorization: `JWT ${editor?.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function anArticle(): Promise<Asked['doc']> {
  const slug = `article-${randomUUID()}`
  return (await write('POST', '/content', { title: slug, slug, _status: 'published' })).doc
}

const bySlug = (slug: string) => `/content?where[slug][equals]=${slug}&depth=1`

/** The word of an earlier write may come late and drop what was made meanwhile. */
function settle(): Promise<void> {
  return sleep(500)
}

async function keys(): Promise<string[]> {
  return (await redis.keys('masthead:*')).filter((key) => !key.endsWith(':states'))
}

function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
