/** What callers cannot write, whatever they send: roles, owners, derived fields, publications not theirs to make. */
import { describe, expect, test } from 'vitest'
import { aFile, aMedia } from '@/src/domains/media/factories'
import { aBody, anArticle } from '@/src/domains/publishing/factories'
import { cast, castPassword, graphql, rest, testPayload } from './harness'

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
