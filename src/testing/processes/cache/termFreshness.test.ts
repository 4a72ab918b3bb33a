/** Lists by terms are kept until an article of their terms changes, whoever changes it and however; and no longer. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aSite, type Site } from '../support/aSite'
import { runScript } from '../support/runOurs'

let site: Site

beforeAll(async () => {
  site = await aSite(2)
}, 120_000)

afterAll(() => site.remove())

interface Answer {
  how: string | null
  body: { docs: { id: string; title: string }[]; totalDocs: number; doc: { id: string } }
}

async function ask(web: number, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${site.origins[web]}/api${path}`, init)
  return { how: response.headers.get('x-cache'), body: (await response.json()) as Answer['body'] }
}

async function write(method: string, path: string, body?: object): Promise<string> {
  const editor = inject('cast').find(({ name }) => name === 'ada')
  const headers = { Authorization: `JWT ${editor?.token}`, 'Content-Type': 'application/json' }
  const answer = await ask(0, path, { method, headers, body: JSON.stringify(body) })
  return answer.body.doc?.id
}

const aTerm = (kind: 'tags' | 'categories') =>
  write('POST', `/${kind}`, { name: randomUUID(), slug: randomUUID() })

const anArticle = (fields: object) =>
  write('POST', '/content', { title: randomUUID(), slug: randomUUID(), _status: 'published', ...fields })

const listOf = (tag: string, more = '') => `/content?where[tags][in]=${tag}&sort=-publishedAt&depth=0${more}`

/** Both processes have the answer in memory, and no word of an earlier write is on its way. */
async function keep(...paths: string[]): Promise<void> {
  await sleep(300)
  for (const path of paths) {
    for (const web of [0, 1]) {
      await ask(web, path)
      expect((await ask(web, path)).how, `${path} in process ${web}`).toBe('hit')
    }
  }
}

/** @param isWriter whether the first process made the change: then it knows at once. */
async function expectTotal(path: string, total: number, isWriter = true): Promise<void> {
  if (isWriter) expect((await ask(0, path)).body.totalDocs, `${path} where it was written`).toBe(total)
  for (const web of [0, 1]) {
    const end = performance.now() + 1_000
    while ((await ask(web, path)).body.totalDocs !== total)
      expect(performance.now(), `${path} in process ${web} has ${total}`).toBeLessThan(end)
  }
}

test('a new article drops the lists of its terms in every process, and no others', async () => {
  const [mine, other, category] = [await aTerm('tags'), await aTerm('tags'), await aTerm('categories')]
  const both = listOf(mine, `&where[categories][in]=${category}`)
  await keep(listOf(mine), listOf(other), both)
  await anArticle({ tags: [mine], categories: [category] })
  await expectTotal(listOf(mine), 1)
  await expectTotal(both, 1)
  await sleep(300)
  for (const web of [0, 1]) expect((await ask(web, listOf(other))).how, `in process ${web}`).toBe('hit')
  // What its own process made anew is not dropped again when the database tells of the same write.
  await anArticle({ tags: [mine] })
  await ask(0, listOf(mine))
  await sleep(300)
  expect((await ask(0, listOf(mine))).how).toBe('hit')
})

test('an article that changes its terms, or is withdrawn, trashed or deleted, leaves and joins lists', async () => {
  const [one, two] = [await aTerm('tags'), await aTerm('tags')]
  const id = await anArticle({ tags: [one] })
  const steps: [what: string, act: () => Promise<unknown>, totals: [number, number]][] = [
    ['moved', () => write('PATCH', `/content/${id}`, { tags: [two], _status: 'published' }), [0, 1]],
    ['withdrawn', () => write('PATCH', `/content/${id}`, { _status: 'draft' }), [0, 0]],
    ['published', () => write('PATCH', `/content/${id}`, { tags: [one, two], _status: 'published' }), [1, 1]],
    ['trashed', () => write('PATCH', `/content/${id}`, { deletedAt: new Date().toISOString() }), [0, 0]],
    ['restored', () => write('PATCH', `/content/${id}?trash=true`, { deletedAt: null }), [1, 1]],
    ['many at once', () => write('PATCH', `/content?where[id][in]=${id}`, { tags: [two] }), [0, 1]],
    ['deleted', () => write('DELETE', `/content/${id}`), [0, 0]],
  ]
  for (const [, act, [first, second]] of steps) {
    await keep(listOf(one), listOf(two))
    await act()
    await expectTotal(listOf(one), first)
    await expectTotal(listOf(two), second)
  }
})

test('statements by hand are heard of: relationships, states, and very many at once', async () => {
  const [one, two] = [await aTerm('tags'), await aTerm('tags')]
  const id = await anArticle({ tags: [one] })
  const other = await anArticle({})
  const steps: [statement: string, totals: [number, number]][] = [
    [`update content_rels set tags_id = '${two}' where parent_id = '${id}'`, [0, 1]],
    [`insert into content_rels (parent_id, path, tags_id) values ('${other}', 'tags', '${one}')`, [1, 1]],
    [`update content set archived_at = now() where id = '${id}'`, [1, 0]],
    [`update content set archived_at = null where id = '${id}'`, [1, 1]],
    [`delete from content_rels where parent_id = '${other}'`, [0, 1]],
    [`delete from tags where id = '${two}'`, [0, 0]],
    [
      `insert into content (id, title, slug, locale, _status, published_at)
        select gen_random_uuid(), 'Many', gen_random_uuid(), 'en', 'published', now() from generate_series(1, 150)`,
      [0, 0],
    ],
    [
      `insert into content_rels (parent_id, path, tags_id) select id, 'tags', '${one}' from content where title = 'Many'`,
      [150, 0],
    ],
    [`update content set _status = 'draft' where title = 'Many'`, [0, 0]],
  ]
  for (const [statement, [first, second]] of steps) {
    await keep(listOf(one), listOf(two))
    await site.pool.query(statement)
    await expectTotal(listOf(one), first, false)
    await expectTotal(listOf(two), second, false)
  }
})

test('a list by name follows the name: a tag that gets it, loses it or goes to the trash', async () => {
  const slug = randomUUID()
  const path = `/content?where[tags.slug][equals]=${slug}&depth=0`
  const tag = await aTerm('tags')
  await anArticle({ tags: [tag] })
  const steps: [body: object, total: number][] = [
    [{ slug }, 1],
    [{ deletedAt: new Date().toISOString() }, 0],
    [{ deletedAt: null }, 1],
    [{ slug: randomUUID() }, 0],
  ]
  for (const [body, total] of steps) {
    await keep(path)
    await write('PATCH', `/tags/${tag}${'deletedAt' in body ? '?trash=true' : ''}`, body)
    await expectTotal(path, total)
  }
})

test('a migration empties every process, for nobody knows what it changed', async () => {
  const tag = await aTerm('tags')
  await anArticle({ tags: [tag] })
  await keep(listOf(tag))
  const migration = runScript(site.place, 'src/testing/processes/cache/migrateRaw.ts')
  await migration.until(/MIGRATED/, 60_000)
  for (const web of [0, 1]) {
    const end = performance.now() + 1_000
    while ((await ask(web, listOf(tag))).body.docs[0]?.title !== 'Migrated')
      expect(performance.now(), `in process ${web}`).toBeLessThan(end)
  }
})
