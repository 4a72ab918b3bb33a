/** What strangers may ask of lists. */
import { beforeAll, describe, expect, test } from 'vitest'
import { aMedia } from '@/src/domains/media/factories'
import { aCategory, anArticle, aTag } from '@/src/domains/publishing/factories'
import { cast, graphql, rest } from './harness'

const strangers = () => {
  const { mia, dan } = cast()
  return [undefined, mia, dan]
}

describe('queries of strangers', () => {
  test.each([
    'content?where[user.email][like]=ann',
    'content?where[user][equals]=1',
    'content?where[authors.user.email][like]=ann',
    'content?where[authors.user.hash][like]=a',
    'content?where[authors.user][exists]=true',
    'content?where[or][0][authors.user.salt][exists]=true',
    'content?where[and][0][authors.user.resetPasswordToken][exists]=true',
    'content?where[translationOf.user.email][like]=a',
    'content?where[cover.user.email][like]=a',
    'content?where[seo.image.user.email][like]=a',
    'content?where[categories.nonsense][like]=a',
    'content?where[categories.parent.nonsense][like]=a',
    'content?where[categories.parent.parent.parent.nonsense][like]=a',
    'content?where[or][0][tags.categories.parent.nonsense][like]=a',
    'profiles?where[user.email][like]=a',
    'profiles?where[user.sessions.id][like]=a',
    'profiles?where[user][exists]=true',
    'profiles?where[avatar.user.email][like]=a',
    'media?where[user.email][like]=a',
    'media?where[user][exists]=true',
    'content?sort=user.hash',
    'content?sort=-user.resetPasswordToken',
    'content?sort=user',
    'content?sort=authors.user.hash',
    'content?sort=authors.name',
    'content?sort=title,authors.user.email',
    'content?sort[]=title&sort[]=user.hash',
    'content?sort=cover.user.email',
    'profiles?sort=user.hash',
    'profiles?sort=user',
    'media?sort=user.email',
    'tags?sort=categories.parent.name',
  ])('%s is refused or tells nothing', async (path) => {
    const plain = path.split('?')[0]
    for (const as of strangers()) {
      const { status, body } = await rest(`GET /${plain}?${path.split('?')[1]}&limit=100`, { as })
      if (status >= 400) {
        expect(body.errors?.[0]?.code).toBeTruthy()
        continue
      }
      // Where it is not refused it must not matter.
      const without = await rest(`GET /${plain}?limit=100`, { as })
      expect(body.docs?.map(({ id }) => id)).toEqual(without.body.docs?.map(({ id }) => id))
    }
  })

  test('GraphQL refuses them too', async () => {
    for (const where of [
      'authors__user__email: { like: "a" }',
      'user: { exists: true }',
      'body: { exists: true }',
    ]) {
      const { body } = await graphql(`{ Contents(where: { ${where} }) { totalDocs } }`)
      expect(body.errors?.length, where).toBeGreaterThan(0)
    }
    for (const sort of ['user.hash', 'authors__user__hash', 'body', 'authors.name']) {
      const { body } = await graphql(`{ Contents(sort: "${sort}") { totalDocs } }`)
      expect(body.errors?.length, sort).toBeGreaterThan(0)
    }
  })

  test('accounts appear nowhere, at no depth', async () => {
    const { ann } = cast()
    const media = await aMedia({ user: ann.id })
    await anArticle({ user: ann.id, authors: [ann.profile], cover: media.id, _status: 'published' })
    for (const as of strangers()) {
      for (const path of ['content', 'profiles', 'media', 'tags', 'categories'] as const) {
        for (const query of [
          'depth=10',
          'depth=10&populate[users][email]=true&populate[profiles][user]=true',
        ]) {
          const { bytes } = await rest(`GET /${path}?${query}&limit=100`, { as })
          expect(bytes.toString()).not.toContain('ann@example.com')
          expect(bytes.toString()).not.toContain(ann.id)
        }
      }
    }
    const answer = await graphql('{ Contents { docs { user { email } authors { user { email } } } } }')
    expect(answer.bytes.toString()).not.toContain('ann@example.com')
  })

  test('members read their own row and no other, without secrets', async () => {
    const { mia, ann } = cast()
    const { body } = await rest(`GET /users/${mia.id}`, { as: mia })
    expect(body.email).toBe('mia@example.com')
    for (const secret of ['hash', 'salt', 'resetPasswordToken', 'password'])
      expect(body[secret]).toBeUndefined()
    expect((await rest(`GET /users/${ann.id}`, { as: mia })).status).toBe(404)
    expect((await rest('GET /users', { as: mia })).body.totalDocs).toBe(1)
    expect((await rest('GET /users')).status).toBe(403)
    for (const query of [
      'where[hash][like]=a',
      'where[salt][exists]=true',
      'sort=hash',
      'where[sessions.id][exists]=true',
    ]) {
      const { status, body: answer } = await rest(`GET /users?${query}`, { as: mia })
      expect(status >= 400 || (answer.totalDocs ?? 0) <= 1, query).toBe(true)
    }
  })
})

describe('sizes', () => {
  beforeAll(async () => {
    for (let index = 0; index < 105; index += 1) await aTag()
    const top = await aCategory()
    const middle = await aCategory({ parent: top.id })
    const bottom = await aCategory({ parent: middle.id })
    await anArticle({ categories: [bottom.id], _status: 'published' })
  })

  test.each([
    'limit=0',
    'limit=100000',
    'limit=-1',
    'pagination=false',
    'pagination=false&limit=0',
    'limit=abc&pagination=false',
  ])('a list of a stranger with %s has at most 100 documents', async (query) => {
    for (const as of strangers()) {
      const { status, body } = await rest(`GET /tags?${query}`, { as })
      if (status < 400) expect(body.docs?.length).toBeLessThanOrEqual(100)
    }
  })

  test('a list of GraphQL has at most 100 documents', async () => {
    for (const query of ['limit: 0', 'limit: 100000', 'pagination: false', 'limit: -1']) {
      const { body } = await graphql(`{ Tags(${query}) { docs { id } } }`)
      expect(body.data?.Tags?.docs?.length ?? 0, query).toBeLessThanOrEqual(100)
    }
  })

  test('a stranger looks two levels deep at most', async () => {
    const { body } = await rest('GET /content?depth=10&where[categories][exists]=true&limit=1')
    expect(nesting(body.docs?.[0]?.categories)).toBeLessThanOrEqual(2)
    const one = await rest(`GET /content/${body.docs?.[0]?.id}?depth=10`)
    expect(nesting(one.body.categories)).toBeLessThanOrEqual(2)
  })

  test('a stranger looks no deeper into a global', async () => {
    const { body } = await rest('GET /globals/site-settings?depth=5')
    expect(nesting(body)).toBeLessThanOrEqual(3)
    expect((await rest('GET /globals/site-settings?depth=5')).status).toBe(200)
  })

  test('a GraphQL query cannot nest without end or ask for everything at once', async () => {
    const deep = `${'parent { '.repeat(12)} name ${'}'.repeat(12)}`
    expect((await graphql(`{ Categories { docs { ${deep} } } }`)).body.errors).toBeTruthy()
    const many = Array.from({ length: 30 }, (_, index) => `a${index}: Tags(limit: 100) { docs { id } }`).join(
      ' ',
    )
    expect((await graphql(`{ ${many} }`)).body.errors).toBeTruthy()
  })
})

describe('values that fit no field', () => {
  test.each([
    'content?where[tags][equals]=zz',
    'content?where[tags][not_equals]=zz',
    'content?where[tags][in]=zz',
    'content?where[tags][in]=null',
    'content?where[tags][not_in]=zz',
    'content?where[tags][in][a]=zz',
    'content?where[tags][equals][]=zz',
    'content?where[tags][contains]=zz',
    'content?where[tags][like]=zz',
    'content?where[tags.id][equals]=zz',
    'content?where[title][in][a]=zz',
    'content?where[categories][equals]=undefined',
    'content?where[authors][not_equals]=5',
    'content?where[cover][equals]=zz',
    'content?where[seo.image][equals]=zz',
    'content?where[categories.parent][equals]=zz',
    'content?where[or][0][tags][equals]=zz',
    'content?where[or][0][and][0][tags][not_in]=zz',
    'content?where[and][a][tags][equals]=zz',
    'content?where[AND][0][tags][equals]=zz',
    'content/count?where[tags][equals]=zz',
    'categories?where[parent][equals]=a-slug',
    'media?where[width][equals]=wide',
    'media?where[width][in]=1,wide',
    'content?where[publishedAt][greater_than]=zzz',
    'content?where[publishedAt][equals]=2026-13-45',
    'content?where[publishedAt][in]=2026-01-01,zzz',
    'content?where[createdAt][less_than]=275000-01-01',
    'content?where[or][0][and][0][updatedAt][less_than_equal]=zzz',
    'content?where[tags.createdAt][exists]=true&where[publishedAt][not_equals]=soon',
  ])('%s is refused, for strangers and staff', async (path) => {
    for (const as of [...strangers(), cast().eve]) {
      const { status, body } = await rest(`GET /${path}`, { as })
      expect([status, body.errors?.[0]?.code]).toEqual([400, 'INVALID_VALUE'])
    }
  })

  test('nothing is changed by a filter that cannot be meant', async () => {
    const { eve } = cast()
    const { id } = await anArticle({ title: 'Without tags' })
    for (const filter of ['where[tags][equals]=zz', 'where[tags][in][a]=zz', 'where[id][in][a]=zz']) {
      const change = await rest(`PATCH /content?${filter}`, { as: eve, body: { title: 'Changed' } })
      expect([change.status, change.body.errors?.[0]?.code]).toEqual([400, 'INVALID_VALUE'])
      expect((await rest(`DELETE /content?${filter}`, { as: eve })).status).toBe(400)
    }
    expect((await rest(`GET /content/${id}`, { as: eve })).body.title).toBe('Without tags')
  })

  test('GraphQL refuses them too', async () => {
    for (const where of [
      'tags: { equals: "zz" }',
      'tags: { in: ["zz"] }',
      'categories: { not_equals: "zz" }',
      'OR: [{ tags: { equals: "zz" } }]',
      'cover: { equals: "zz" }',
    ]) {
      const { body } = await graphql(`{ Contents(where: { ${where} }) { totalDocs } }`)
      expect(body.errors?.length, where).toBeGreaterThan(0)
      expect(body.data?.Contents ?? null, where).toBeNull()
    }
  })

  test('ids, lists of them and nothing at all are asked for as ever', async () => {
    const tag = await aTag()
    const other = await aTag()
    const tagged = await anArticle({ tags: [tag.id], _status: 'published' })
    const plain = await anArticle({ _status: 'published' })
    const found = async (filter: string) => {
      const { body } = await rest(`GET /content?limit=100&${filter}`)
      expect(body.errors).toBeUndefined()
      const ids = body.docs?.map(({ id }) => id) ?? []
      return [ids.includes(tagged.id), ids.includes(plain.id)]
    }
    const filters: [string, boolean, boolean][] = [
      [`where[tags][equals]=${tag.id}`, true, false],
      [`where[tags][in]=${tag.id},${other.id}`, true, false],
      [`where[tags][in][]=${tag.id}&where[tags][in][]=${other.id}`, true, false],
      [`where[tags][in]=${other.id}`, false, false],
      ['where[tags][in][]=', false, false],
      [`where[tags.id][equals]=${tag.id}`, true, false],
      ['where[tags][exists]=false', false, true],
      ['where[tags][exists]=true', true, false],
      ['where[tags][equals]=null', false, true],
      ['where[tags][equals]=', false, true],
      ['where[tags][not_equals]=null', true, false],
      [`where[id][in]=${plain.id}`, false, true],
      ['where[id][like]=typed', false, false],
      ['where[publishedAt][exists]=true', true, true],
      ['where[publishedAt][greater_than]=2020-01-01', true, true],
      ['where[publishedAt][greater_than]=2020-01-01T00:00:00.000Z', true, true],
      ['where[publishedAt][equals]=null', false, false],
      ['where[createdAt][less_than]=2020', false, false],
    ]
    for (const [filter, ...expected] of filters)
      expect([filter, ...(await found(filter))]).toEqual([filter, ...expected])
  })
})

/** Documents inside documents. */
function nesting(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(nesting))
  if (typeof value !== 'object' || value === null) return 0
  return ('id' in value ? 1 : 0) + Math.max(0, ...Object.values(value).map(nesting))
}
