/** Kept answers of the search follow what is published, renamed and withdrawn. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aSite, type Site } from '../support/aSite'

let site: Site

beforeAll(async () => {
  site = await aSite(1)
})

afterAll(() => site.remove())

async function found(query: string): Promise<{ how: string | null; total: number }> {
  const response = await fetch(`${site.origins[0]}/api/search?q=${query}`)
  const { totalDocs } = (await response.json()) as { totalDocs: number }
  return { how: response.headers.get('x-cache'), total: totalDocs }
}

async function keep(query: string): Promise<number> {
  // The word of an earlier write may come late and drop it once more.
  const end = performance.now() + 3_000
  for (;;) {
    const { how, total } = await found(query)
    if (how === 'hit') return total
    expect(performance.now(), `“${query}” is kept: ${how}`).toBeLessThan(end)
  }
}

async function write(method: string, path: string, body: object): Promise<string> {
  const editor = inject('cast').find(({ name }) => name === 'eve')
  const response = await fetch(`${site.origins[0]}/api${path}`, {
    method,
    headers: { Authorization: `JWT ${editor?.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { doc } = (await response.json()) as { doc: { id: string } }
  return doc.id
}

test('a kept answer is given up at once when an article comes, changes or goes', async () => {
  expect(await keep('pangolin')).toBe(0)
  const id = await write('POST', '/content', { title: 'Pangolin', _status: 'published' })
  expect((await found('pangolin')).total).toBe(1)
  expect(await keep('pangolin')).toBe(1)
  expect(await keep('armadillo')).toBe(0)
  await write('PATCH', `/content/${id}`, { title: 'Armadillo' })
  expect([(await found('pangolin')).total, (await found('armadillo')).total]).toEqual([0, 1])
  expect(await keep('armadillo')).toBe(1)
  await write('PATCH', `/content/${id}`, { _status: 'draft' })
  expect((await found('armadillo')).total).toBe(0)
})

test('it is given up when a topic gets its name', async () => {
  const tag = await write('POST', '/tags', { name: 'Ungulates' })
  await write('POST', '/content', { title: 'Okapi', tags: [tag], _status: 'published' })
  expect(await keep('hoofed')).toBe(0)
  await write('PATCH', `/tags/${tag}`, { name: 'Hoofed' })
  expect((await found('hoofed')).total).toBe(1)
})

test('it is given up within a second when a raw statement takes an article away', async () => {
  await write('POST', '/content', { title: 'Tapir', _status: 'published' })
  expect(await keep('tapir')).toBe(1)
  await site.pool.query(`update content set archived_at = now() where title = 'Tapir'`)
  const startedAt = performance.now()
  while ((await found('tapir')).total > 0) {
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    await sleep(5)
  }
})

test('what means nothing to the search makes no answer of its own, and signing in makes one that is not kept', async () => {
  await keep('okapi')
  expect((await found('okapi&utm_source=mail&depth=3')).how).toBe('hit')
  expect((await found('okapi&limit=5')).how).toBe('miss')
  const editor = inject('cast').find(({ name }) => name === 'eve')
  const own = await fetch(`${site.origins[0]}/api/search?q=okapi`, {
    headers: { Authorization: `JWT ${editor?.token}` },
  })
  expect(own.headers.get('x-cache')).toBeNull()
  expect(own.headers.get('cache-control')).toContain('private')
})
