/** GraphQL from memory is as fresh as REST, in two web processes, and as closed. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aSite, type Site } from '../support/aSite'

let site: Site

beforeAll(async () => {
  site = await aSite(2)
})

afterAll(() => site.remove())

interface Document {
  id: string
  slug: string
  title: string
}

interface Answered {
  how: string | null
  body: {
    data: Record<string, { docs: Document[] } | undefined>
    doc: Document
    docs: Document[]
    errors?: unknown[]
  }
}

async function ask(web: number, path: string, init: RequestInit = {}): Promise<Answered> {
  const answer = await fetch(`${site.origins[web]}/api${path}`, init)
  return { how: answer.headers.get('x-cache'), body: await answer.json() }
}

function headersOf(isSignedIn: boolean): Record<string, string> {
  const editor = inject('cast').find(({ name }) => name === 'ada')
  return {
    'Content-Type': 'application/json',
    ...(isSignedIn ? { Authorization: `JWT ${editor?.token}` } : {}),
  }
}

async function anArticle(): Promise<Document> {
  const slug = `article-${randomUUID()}`
  const body = JSON.stringify({ title: slug, slug, _status: 'published' })
  return (await ask(0, '/content', { method: 'POST', headers: headersOf(true), body })).body.doc
}

function query(text: string, { web = 0, variables = {}, signedIn = false } = {}): Promise<Answered> {
  const body = JSON.stringify({ query: text, variables })
  return ask(web, '/graphql', { method: 'POST', headers: headersOf(signedIn), body })
}

test('GraphQL is answered from memory, whatever its spaces, and follows writers of every kind', async () => {
  const article = await anArticle()
  const text = `query($slug: String) { Contents(where: { slug: { equals: $slug } }) { docs { id title } } }`
  const asked = { variables: { slug: article.slug } }
  for (const web of [0, 1]) {
    const end = performance.now() + 1_000
    while ((await query(text, { ...asked, web })).how !== 'hit') expect(performance.now()).toBeLessThan(end)
    expect((await query(text.replaceAll(' ', '\n  '), { ...asked, web })).how).toBe('hit')
  }
  const mutation = `mutation { updateContent(id: "${article.id}", data: { title: "By GraphQL", _status: published }) { id } }`
  const written = await query(mutation, { signedIn: true })
  expect(written.body.errors).toBeUndefined()
  expect(written.how).toBeNull()
  const titleAt = async (web: number) =>
    (await query(text, { ...asked, web })).body.data.Contents?.docs[0]?.title
  expect(await titleAt(0)).toBe('By GraphQL')
  const end = performance.now() + 1_000
  while ((await titleAt(1)) !== 'By GraphQL') expect(performance.now()).toBeLessThan(end)
  const path = `/content?where[slug][equals]=${article.slug}`
  expect((await ask(0, path)).body.docs[0]?.title).toBe('By GraphQL')
})

test('GraphQL keeps no failure, no mutation and nothing of who signed in', async () => {
  for (const text of ['{ Contents { nothing } }', '{ Contents(limit: 1) { docs { id } } meUser { token } ']) {
    await query(text)
    expect((await query(text)).how, text).toBeNull()
  }
  const mine = '{ Contents(limit: 1) { docs { id } } }'
  await query(mine)
  expect((await query(mine, { signedIn: true })).how).toBeNull()
})
