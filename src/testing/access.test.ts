/** Runs the table: every act of everybody goes through the whole REST stack, and the database is looked at after. */
import type { CollectionSlug } from 'payload'
import { describe, expect, test } from 'vitest'
import { newcomers, type Subject, subjects } from './accessSubjects'
import { type Act, addresses, creation, documents, everyone, globals } from './accessTable'
import { type Actor, cast, rest, testPayload } from './harness'

const names = everyone.split(' ')
const actor = (name: string): Actor | undefined => cast()[name as keyof ReturnType<typeof cast>]

/** Names of those for whom `attempt` had its effect. */
async function whoCan(attempt: (as: Actor | undefined) => Promise<boolean>): Promise<string> {
  const able: string[] = []
  for (const name of names) if (await attempt(actor(name))) able.push(name)
  return able.join(' ')
}

describe.each(Object.entries(documents))('%s', (name, acts) => {
  const subject = subjects[name] as Subject
  test.each(Object.entries(acts) as [Act, string][])('%s: only %s', async (act, allowed) => {
    const able = await whoCan(async (as) => {
      const { id } = await subject.make(cast().ann, act)
      return attempts[act](subject, id, as)
    })
    expect(able).toBe(allowed)
  })
})

type Attempt = (subject: Subject, id: string | number, as: Actor | undefined) => Promise<boolean>

const attempts: Record<Act, Attempt> = {
  async read({ slug }, id, as) {
    const list = await rest(`GET /${slug}?where[id][equals]=${id}&trash=true&draft=true`, { as })
    const isListed = list.body.docs?.some((doc) => doc.id === id) ?? false
    // Preferences are asked for by key, and only one's own have any.
    if (slug === 'payload-preferences') return isListed
    const one = await rest(`GET /${slug}/${id}?trash=true&draft=true`, { as })
    expect(one.status === 200, 'by id as in a list').toBe(isListed)
    return isListed
  },
  async update({ slug, change }, id, as) {
    const before = await stored(slug, id)
    await rest(`PATCH /${slug}?where[id][equals]=${id}&trash=true`, { as, body: change })
    const isBulkChanged = matches(await stored(slug, id), change)
    await rest(`PATCH /${slug}/${id}?trash=true`, { as, body: change })
    const after = await stored(slug, id)
    expect(after?._status).toBe(before?._status)
    if (isBulkChanged) expect(matches(after, change)).toBe(true)
    return matches(after, change)
  },
  async publish({ slug }, id, as) {
    await rest(`PATCH /${slug}/${id}`, { as, body: { _status: 'published' } })
    return (await stored(slug, id))?._status === 'published'
  },
  async trash({ slug }, id, as) {
    await rest(`PATCH /${slug}/${id}`, { as, body: { deletedAt: '2026-11-20T00:00:00.000Z' } })
    return Boolean((await stored(slug, id))?.deletedAt)
  },
  async delete({ slug }, id, as) {
    await rest(`DELETE /${slug}?where[id][equals]=${id}&trash=true`, { as })
    await rest(`DELETE /${slug}/${id}?trash=true`, { as })
    return (await stored(slug, id)) === null
  },
  async versions({ slug }, id, as) {
    const { body } = await rest(`GET /${slug}/versions?where[parent][equals]=${id}`, { as })
    const version = await anyVersion(slug, id)
    const one = await rest(`GET /${slug}/versions/${version}`, { as })
    const isListed = (body.docs?.length ?? 0) > 0
    expect(one.status === 200, 'by id as in a list').toBe(isListed)
    return isListed
  },
}

describe.each(Object.entries(creation))('making %s', (name, allowed) => {
  test(`only ${allowed || 'nobody'}`, async () => {
    const { slug, body } = newcomers[name] as (typeof newcomers)[string]
    const able = await whoCan(async (as) => {
      const before = await countAll(slug)
      await rest(`POST /${slug}`, { as, body: await body() })
      return (await countAll(slug)) > before
    })
    expect(able).toBe(allowed)
  })
})

describe.each(Object.entries(globals))('the global %s', (slug, { read, update }) => {
  const change: Record<string, unknown> = slug === 'site-settings' ? { name: 'Changed' } : {}

  test(`read: only ${read}`, async () => {
    const able = await whoCan(async (as) => (await rest(`GET /globals/${slug}`, { as })).status === 200)
    expect(able).toBe(read)
  })

  test(`update: only ${update}`, async () => {
    const able = await whoCan(
      async (as) => (await rest(`POST /globals/${slug}`, { as, body: change })).status === 200,
    )
    expect(able).toBe(update)
  })
})

test.each(Object.entries(addresses))('%s: only %s', async (line, allowed) => {
  const body = line.startsWith('POST') ? { email: 'bob@example.com' } : undefined
  const able = await whoCan(async (as) => {
    const { status } = await rest(line as `GET /${string}`, { as, body })
    return status < 400
  })
  expect(able).toBe(allowed)
})

async function stored(slug: CollectionSlug, id: string | number): Promise<Record<string, unknown> | null> {
  const payload = await testPayload()
  const doc = await payload.findByID({
    collection: slug,
    id,
    depth: 0,
    trash: true,
    disableErrors: true,
    overrideAccess: true,
  })
  return doc as unknown as Record<string, unknown> | null
}

async function anyVersion(slug: CollectionSlug, id: string | number): Promise<string> {
  const payload = await testPayload()
  const { docs } = await payload.findVersions({
    collection: slug,
    where: { parent: { equals: id } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  return String(docs[0]?.id)
}

async function countAll(slug: CollectionSlug): Promise<number> {
  const payload = await testPayload()
  return (await payload.count({ collection: slug, trash: true, overrideAccess: true })).totalDocs
}

function matches(doc: Record<string, unknown> | null, change: Record<string, unknown>): boolean {
  return Object.entries(change).every(([field, value]) =>
    typeof value === 'object' && value !== null
      ? matches((doc?.[field] ?? {}) as Record<string, unknown>, value as Record<string, unknown>)
      : doc?.[field] === value,
  )
}
