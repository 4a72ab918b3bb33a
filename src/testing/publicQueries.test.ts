/** What strangers may ask of lists, and what nobody may write. */
import { beforeAll, describe, expect, test } from 'vitest'
import { aFile, aMedia } from '@/src/domains/media/factories'
import { aBody, aCategory, anArticle, aTag } from '@/src/domains/publishing/factories'
import { cast, castPassword, graphql, rest, testPayload } from './harness'

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

  test('the panel reads without a limit', async () => {
    const { eve } = cast()
    expect((await rest('GET /tags?limit=0', { as: eve })).body.docs?.length).toBeGreaterThan(100)
  })

  test('a stranger looks two levels deep at most', async () => {
    const { body } = await rest('GET /content?depth=10&where[categories][exists]=true&limit=1')
    expect(nesting(body.docs?.[0]?.categories)).toBeLessThanOrEqual(2)
    const one = await rest(`GET /content/${body.docs?.[0]?.id}?depth=10`)
    expect(nesting(one.body.categories)).toBeLessThanOrEqual(2)
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

describe('what callers cannot write', () => {
  test('nobody raises their own role or ends their own suspension', async () => {
    const { mia, ann, eve, dan } = cast()
    for (const as of [mia, ann, eve, dan]) {
      await rest(`PATCH /users/${as.id}`, { as, body: { role: 'admin', disabledAt: null } })
      await rest(`PATCH /users?where[id][equals]=${as.id}`, { as, body: { role: 'admin' } })
      await graphql(`mutation { updateUser(id: "${as.id}", data: { role: admin }) { id } }`, { as })
      const stored = await account(as.id)
      expect(stored.role).toBe(as.role)
      expect(Boolean(stored.disabledAt)).toBe(as.name === 'dan')
    }
  })

  test('strangers make no accounts', async () => {
    const { mia, eve } = cast()
    const body = { email: 'new@example.com', password: castPassword, role: 'admin' }
    for (const as of [undefined, mia, eve]) {
      expect((await rest('POST /users', { as, body })).status).toBe(403)
      expect((await rest('POST /users/first-register', { as, body })).body.errors?.[0]?.code).toBe(
        'FIRST_REGISTER_CLOSED',
      )
      await graphql(
        `mutation { createUser(data: { email: "n@example.com", password: "${castPassword}", role: admin }) { id } }`,
        { as },
      )
    }
    const payload = await testPayload()
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { email: { in: ['new@example.com', 'n@example.com'] } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  test('derived and system fields of an article keep their values', async () => {
    const { bob, eve, ann } = cast()
    const forged = {
      preview: aBody('forged preview'),
      readingMinutes: 999,
      source: { importer: 'forged', key: 'forged', hash: 'forged' },
    }
    for (const as of [bob, eve]) {
      const made = await rest('POST /content', {
        as,
        body: { title: 'Forged', body: aBody('Mine'), ...forged },
      })
      const id = made.body.doc?.id
      await rest(`PATCH /content/${id}`, { as, body: forged })
      const { body } = await rest(`GET /content/${id}`, { as })
      expect(body.readingMinutes).toBe(1)
      expect(JSON.stringify(body.preview)).toContain('Mine')
      expect(JSON.stringify([body.preview, body.source])).not.toContain('forged')
    }
    const made = await rest('POST /content', { as: bob, body: { title: 'For Ann', user: ann.id } })
    expect(made.body.doc?.user).toBe(bob.id)
    await rest(`PATCH /content/${made.body.doc?.id}`, { as: bob, body: { user: ann.id } })
    expect((await rest(`GET /content/${made.body.doc?.id}`, { as: bob })).body.user).toBe(bob.id)
  })

  test('the hash and owner of a picture keep their values', async () => {
    const { ann, bob } = cast()
    const media = await aMedia({ user: ann.id })
    await rest(`PATCH /media/${media.id}`, {
      as: ann,
      body: { hash: 'forged', blur: 'forged', user: bob.id },
    })
    const payload = await testPayload()
    const stored = await payload.findByID({
      collection: 'media',
      id: media.id,
      depth: 0,
      overrideAccess: true,
    })
    expect([stored.hash, stored.blur, stored.user]).toEqual([media.hash, media.blur, ann.id])
  })

  test('a profile is not moved to another account by its holder', async () => {
    const { ann, bob } = cast()
    await rest(`PATCH /profiles/${bob.profile}`, { as: bob, body: { user: ann.id } })
    const payload = await testPayload()
    const stored = await payload.findByID({
      collection: 'profiles',
      id: bob.profile,
      depth: 0,
      overrideAccess: true,
    })
    expect(stored.user).toBe(bob.id)
    const made = await rest('POST /profiles', {
      as: bob,
      body: { name: 'X', username: 'bobs-other', user: ann.id },
    })
    expect(made.body.doc?.user ?? null).not.toBe(ann.id)
  })

  test('a document cannot be copied by those who may not read or make it', async () => {
    const { mia, bob, ann } = cast()
    const draft = await anArticle({ user: ann.id, title: 'Private draft' })
    const published = await anArticle({ user: ann.id, title: 'Copied', _status: 'published' })
    for (const as of [undefined, mia, bob]) {
      expect(
        (await rest(`POST /content/${draft.id}/duplicate`, { as, body: {} })).status,
      ).toBeGreaterThanOrEqual(400)
    }
    expect((await rest(`POST /content/${published.id}/duplicate`, { as: mia, body: {} })).status).toBe(403)
    const copy = await rest(`POST /content/${published.id}/duplicate`, {
      as: bob,
      body: { _status: 'published' },
    })
    expect(copy.body.doc?._status ?? 'draft').toBe('draft')
  })

  test('an author publishes by no road', async () => {
    const { ann } = cast()
    const article = await anArticle({ user: ann.id })
    const attempts = [
      rest(`PATCH /content/${article.id}?draft=false`, { as: ann, body: { _status: 'published' } }),
      rest(`PATCH /content/${article.id}?draft=true&autosave=true`, {
        as: ann,
        body: { _status: 'published' },
      }),
      rest(`PATCH /content?where[id][equals]=${article.id}`, { as: ann, body: { _status: 'published' } }),
      rest(`PUT /content/${article.id}`, { as: ann, body: { _status: 'published' } }),
      graphql(`mutation { updateContent(id: "${article.id}", data: { _status: published }) { id } }`, {
        as: ann,
      }),
      graphql('mutation { createContent(data: { title: "Now", _status: published }) { id } }', { as: ann }),
    ]
    await Promise.all(attempts)
    const payload = await testPayload()
    const { totalDocs } = await payload.count({
      collection: 'content',
      where: {
        and: [
          { user: { equals: ann.id } },
          { _status: { equals: 'published' } },
          { title: { in: [article.title, 'Now'] } },
        ],
      },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  test('an author does not publish by restoring a published version', async () => {
    const { ann, eve } = cast()
    const article = await anArticle({ user: ann.id })
    await rest(`PATCH /content/${article.id}`, { as: eve, body: { _status: 'published' } })
    await rest(`PATCH /content/${article.id}`, { as: eve, body: { _status: 'draft' } })
    const versions = await rest(
      `GET /content/versions?where[parent][equals]=${article.id}&where[version._status][equals]=published`,
      { as: ann },
    )
    expect(versions.body.docs).toHaveLength(1)
    await rest(`POST /content/versions/${versions.body.docs?.[0]?.id}`, { as: ann })
    expect((await rest(`GET /content/${article.id}`)).status).toBe(404)
  })
})

describe('private files', () => {
  test('are downloaded by their owner and administrators alone', async () => {
    const { ann, bob, eve, mia, ada, dan } = cast()
    const file = await aFile({ user: ann.id })
    for (const as of [undefined, bob, eve, mia, dan]) {
      const { status, bytes } = await rest(`GET /files/file/${file.filename}`, { as })
      expect(status, as?.name ?? 'nobody').toBeGreaterThanOrEqual(400)
      expect(bytes.toString()).not.toContain('private')
    }
    for (const as of [ann, ada]) {
      const { bytes, headers } = await rest(`GET /files/file/${file.filename}`, { as })
      expect(bytes.toString()).toContain('private')
      expect(headers.get('content-disposition')).toContain('attachment')
      expect(headers.get('cache-control')).toContain('private')
    }
  })
})

async function account(id: string) {
  const payload = await testPayload()
  return payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
}

/** Documents inside documents. */
function nesting(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(nesting))
  if (typeof value !== 'object' || value === null) return 0
  return ('id' in value ? 1 : 0) + Math.max(0, ...Object.values(value).map(nesting))
}
