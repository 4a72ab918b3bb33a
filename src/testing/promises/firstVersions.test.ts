/** A document that was just written is its own first version: the database copies the row. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { poolOf } from '@/src/platform/payload/poolOf'
import { testPayload } from '../harness'
import { documents, inOne, type Row, relatedOnes, rowsOf, slugs, writesOf, written } from './writesKit'

test('a first version that nobody asks for is a copy of the row, and the same in every table', async () => {
  const { ours, plain } = await writesOf()
  const pool = poolOf({ payload: await testPayload() })
  for (const [collection, table, make] of await documents(await relatedOnes())) {
    if (!['content', 'pages'].includes(collection)) continue
    const [mine, theirs] = await Promise.all(
      [ours, plain].map(async (writes) => {
        const { doc, version } = await written(writes, collection, make(), { returning: false })
        expect(version).toBeNull()
        const { rows } = await pool.query<Row>(`select * from _${table}_v where parent_id = $1`, [doc.id])
        expect(rows).toHaveLength(1)
        const { version_created_at: createdAt, version_updated_at: updatedAt } = rows[0] as Record<
          string,
          Date
        >
        expect([createdAt?.toISOString(), updatedAt?.toISOString()]).toEqual([doc.createdAt, doc.updatedAt])
        return rowsOf(`_${table}_v`, rows[0]?.id)
      }),
    )
    expect(slugs(mine), collection).toEqual(slugs(theirs))
  }
})

test('a first version that is not what its row says is written as it is', async () => {
  const { ours } = await writesOf()
  const id = await inOne(async (req) => {
    const doc: Row & { id: unknown } = await ours.create({
      collection: 'content',
      data: { title: 'Row', slug: randomUUID(), ...(await relatedOnes()) },
      req,
    })
    const at = new Date().toISOString()
    await ours.createVersion({
      collectionSlug: 'content',
      parent: doc.id as string,
      versionData: Object.assign(doc, { title: 'Version', tags: [] }),
      autosave: false,
      createdAt: at,
      updatedAt: at,
      returning: false,
      req,
    } as never)
    return doc.id
  })
  const { rows } = await poolOf({ payload: await testPayload() }).query<Row>(
    `select version_title, (select count(*)::int from _content_v_rels where parent_id = v.id and path = 'version.tags') as tags
     from _content_v as v where parent_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ version_title: 'Version', tags: 0 }])
})

test('a row that is changed before its version is not what the version is made of', async () => {
  const { ours } = await writesOf()
  const payload = await testPayload()
  const id = await inOne(async (req) => {
    const data = { title: 'Told', slug: randomUUID() }
    const doc: Row & { id: unknown } = await ours.create({ collection: 'content', data, req })
    await payload.db.updateOne({
      collection: 'content',
      id: doc.id as string,
      data: { ...doc, title: 'Changed' },
      req,
    })
    const at = new Date().toISOString()
    const version = { collectionSlug: 'content', parent: doc.id, versionData: doc, autosave: false }
    await ours.createVersion({ ...version, createdAt: at, updatedAt: at, returning: false, req } as never)
    return doc.id
  })
  const { rows } = await poolOf({ payload }).query<Row>(
    'select title, version_title from content join _content_v on parent_id = content.id where content.id = $1',
    [id],
  )
  expect(rows).toEqual([{ title: 'Changed', version_title: 'Told' }])
})
