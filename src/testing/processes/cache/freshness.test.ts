/** What was acknowledged is seen: at once by the process that wrote, within a second by all others. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aSite, type Site } from '../support/aSite'
import { runOurs } from '../support/runOurs'

/** Two web processes; the first is the one that writes. */
let site: Site

beforeAll(async () => {
  site = await aSite(2)
  const worker = runOurs(site.place, 'worker', [], { LOG_LEVEL: 'info' })
  site.processes.push(worker)
  await worker.until(/The worker takes jobs/)
})

afterAll(() => site.remove())

interface Answer {
  status: number
  how: string | null
  body: { docs: Document[]; doc: Document; totalDocs: number } & Document
}

interface Document {
  id: string
  title?: string
  name?: string
  [field: string]: unknown
}

async function ask(web: number, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${site.origins[web]}/api${path}`, init)
  return { status: response.status, how: response.headers.get('x-cache'), body: await response.json() }
}

function write(method: string, path: string, body?: object, web = 0): Promise<Answer> {
  const editor = inject('cast').find(({ name }) => name === 'ada')
  return ask(web, path, {
    method,
    headers: { Authorization: `JWT ${editor?.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function anArticle(fields: object = {}): Promise<Document> {
  const { body, status } = await write('POST', '/content', {
    title: `Article ${randomUUID()}`,
    slug: `article-${randomUUID()}`,
    _status: 'published',
    ...fields,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

/** Both processes have the answer in memory before the write. */
async function warm(path: string): Promise<void> {
  for (const web of [0, 1]) {
    // The word of an earlier write may come late and drop it once more.
    const end = performance.now() + 1_000
    while ((await ask(web, path)).how !== 'hit')
      expect(performance.now(), `${path} is kept by process ${web}`).toBeLessThan(end)
  }
}

/** The writer's own process at once, the other within a second. @returns milliseconds that the other took. */
async function expectFresh(path: string, isFresh: (answer: Answer) => boolean): Promise<number> {
  const own = await ask(0, path)
  expect(
    isFresh(own),
    `${path} in the process that wrote: ${own.how} ${JSON.stringify(own.body).slice(0, 300)}`,
  ).toBe(true)
  const startedAt = performance.now()
  while (!isFresh(await ask(1, path))) {
    expect(performance.now() - startedAt, `${path} in the other process`).toBeLessThan(1_000)
    await sleep(5)
  }
  return performance.now() - startedAt
}

const bySlug = (slug: unknown) => `/content?where[slug][equals]=${slug}&depth=1`
const newest = '/content?limit=5&sort=-publishedAt&depth=1'

test('fifty updates are seen at once where they were made, and within a second elsewhere', async () => {
  const article = await anArticle()
  const paths = [bySlug(article.slug), `/content/${article.id}`, newest]
  const delays: number[] = []
  for (let trial = 1; trial <= 50; trial += 1) {
    for (const path of paths) await warm(path)
    const title = `Trial ${trial}`
    expect((await write('PATCH', `/content/${article.id}`, { title, _status: 'published' })).status).toBe(200)
    for (const path of paths) {
      delays.push(
        await expectFresh(
          path,
          ({ body }) => (body.docs?.find(({ id }) => id === article.id) ?? body).title === title,
        ),
      )
    }
  }
  delays.sort((a, b) => a - b)
  expect(delays[Math.ceil(delays.length * 0.95) - 1]).toBeLessThan(1_000)
})

test('an address that led nowhere leads to the article that comes there', async () => {
  const slug = `soon-${randomUUID()}`
  await warm(bySlug(slug))
  await anArticle({ slug })
  await expectFresh(bySlug(slug), ({ body }) => body.docs.length === 1)
})

test('what is withdrawn, trashed, restored or deleted is gone, back, and gone', async () => {
  const { id, slug } = await anArticle()
  const path = bySlug(slug)
  const isThere = ({ body }: Answer) => body.docs.length === 1
  await warm(path)
  await write('PATCH', `/content/${id}`, { _status: 'draft' })
  await expectFresh(path, (answer) => !isThere(answer))
  await write('PATCH', `/content/${id}`, { _status: 'published' })
  await expectFresh(path, isThere)
  await warm(path)
  await write('PATCH', `/content/${id}`, { deletedAt: new Date().toISOString() })
  await expectFresh(path, (answer) => !isThere(answer))
  await warm(path)
  await write('PATCH', `/content/${id}?trash=true`, { deletedAt: null })
  await expectFresh(path, isThere)
  await warm(path)
  await write('DELETE', `/content/${id}`)
  await expectFresh(path, (answer) => !isThere(answer))
})

test('a tag that is renamed has its new name in the articles that carry it', async () => {
  const tag = (await write('POST', '/tags', { name: 'Before', slug: `tag-${randomUUID()}` })).body.doc
  const { slug } = await anArticle({ tags: [tag.id] })
  const paths = [bySlug(slug), `/content?where[tags.slug][equals]=${tag.slug}&depth=1`, newest]
  for (const path of paths) await warm(path)
  await write('PATCH', `/tags/${tag.id}`, { name: 'After' })
  const nameOf = ({ body }: Answer) => (body.docs[0]?.tags as { name: string }[] | undefined)?.[0]?.name
  for (const path of paths) await expectFresh(path, (answer) => nameOf(answer) === 'After')
})

test('who signed in sees a renamed tag too, though related documents are remembered', async () => {
  const tag = (await write('POST', '/tags', { name: 'Before', slug: `tag-${randomUUID()}` })).body.doc
  const { slug } = await anArticle({ tags: [tag.id] })
  const nameAt = async (web: number) => {
    const { body } = await write('GET', bySlug(slug), undefined, web)
    return (body.docs[0]?.tags as { name: string }[] | undefined)?.[0]?.name
  }
  for (const web of [0, 1, 0, 1]) expect(await nameAt(web)).toBe('Before')
  await write('PATCH', `/tags/${tag.id}`, { name: 'After' })
  expect(await nameAt(0)).toBe('After')
  const end = performance.now() + 1_000
  while ((await nameAt(1)) !== 'After') expect(performance.now()).toBeLessThan(end)
})

test('many at once, globals, and statements that nobody announced', async () => {
  const articles = [await anArticle(), await anArticle()]
  const where = articles.map(({ id }, index) => `where[id][in][${index}]=${id}`).join('&')
  await warm(`/content?${where}`)
  await write('PATCH', `/content?${where}`, { title: 'All of them', _status: 'published' })
  await expectFresh(`/content?${where}`, ({ body }) =>
    body.docs.every(({ title }) => title === 'All of them'),
  )

  await warm('/globals/site-settings')
  await write('POST', '/globals/site-settings', { name: 'A new name' })
  await expectFresh('/globals/site-settings', ({ body }) => body.name === 'A new name')

  const path = bySlug(articles[0]?.slug)
  await warm(path)
  await site.pool.query('update content set title = $1 where id = $2', ['By hand', articles[0]?.id])
  for (const web of [0, 1]) {
    const end = performance.now() + 1_000
    while ((await ask(web, path)).body.docs[0]?.title !== 'By hand')
      expect(performance.now()).toBeLessThan(end)
  }
})

test('what a worker publishes is seen within a second', async () => {
  const { body } = await write('POST', '/content', { title: 'Planned', slug: `planned-${randomUUID()}` })
  const { id, slug } = body.doc
  await warm(bySlug(slug))
  const publishAt = new Date(Date.now() + 1_500).toISOString()
  expect((await write('POST', '/schedule', { collection: 'content', id, publishAt })).status).toBeLessThan(
    300,
  )
  await sleep(1_000)
  for (const web of [0, 1]) {
    while ((await ask(web, bySlug(slug))).body.docs.length === 0) await sleep(10)
  }
  const { rows } = await site.pool.query(
    "select completed_at from payload_jobs where task_slug = 'publishDocument'",
  )
  expect(rows).toHaveLength(1)
})

test('only what everybody may see is kept', async () => {
  const { id, slug } = await anArticle()
  await warm(bySlug(slug))
  const signedIn = await write('GET', bySlug(slug))
  expect(signedIn.how).toBeNull()
  const withDraft = await ask(0, `${bySlug(slug)}&draft=true`)
  expect(withDraft.how).toBeNull()
  const me = await ask(0, '/users/me')
  expect(me.how).not.toBe('hit')
  expect((await ask(0, '/users/me')).how).not.toBe('hit')
  await write('PATCH', `/content/${id}?draft=true`, { title: 'A secret draft' })
  expect(JSON.stringify((await ask(0, bySlug(slug))).body)).not.toContain('A secret draft')
})

test('a page of an allowed origin may read what was kept for others, a stranger’s page may not', async () => {
  const { slug } = await anArticle()
  await warm(bySlug(slug))
  const from = async (origin: string) => {
    const answer = await fetch(`${site.origins[0]}/api${bySlug(slug)}`, { headers: { Origin: origin } })
    return { allowed: answer.headers.get('access-control-allow-origin'), vary: answer.headers.get('vary') }
  }
  expect(await from('http://localhost:3000')).toEqual({
    allowed: 'http://localhost:3000',
    vary: 'Accept-Encoding, Authorization, Origin',
  })
  expect((await from('https://elsewhere.example')).allowed).toBeNull()
  expect((await ask(0, bySlug(slug))).how).toBe('hit')
})

test('parameters that mean nothing make no new answers, and a stampede makes one', async () => {
  const { slug } = await anArticle()
  await warm(bySlug(slug))
  const before = await figures(0)
  for (let n = 0; n < 50; n += 1)
    expect((await ask(0, `${bySlug(slug)}&utm_source=${n}&x[${n}]=1`)).how).toBe('hit')
  expect((await figures(0)).entries).toBe(before.entries)

  const other = await anArticle()
  await site.pool.query('select pg_stat_reset()')
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(0, bySlug(other.slug))))
  expect(answers.filter(({ how }) => how === 'miss')).toHaveLength(1)
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

test('a process that hears nothing keeps nothing', async () => {
  const { id, slug } = await anArticle()
  await warm(bySlug(slug))
  await fetch(`${site.origins[1]}/deafen`)
  await write('PATCH', `/content/${id}`, { title: 'Unheard', _status: 'published' })
  const answer = await ask(1, bySlug(slug))
  expect(answer.how).toBeNull()
  expect(answer.body.docs[0]?.title).toBe('Unheard')
})

async function figures(web: number): Promise<{ entries: number; bytes: number }> {
  return (await fetch(`${site.origins[web]}/figures`)).json()
}
