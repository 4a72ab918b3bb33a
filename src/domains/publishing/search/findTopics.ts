import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { execute } from '@/src/platform/payload/execute'
import { authorPath, categoryPath, tagPath } from '../paths'
import { lastWordOf, wordsOf } from './words'

type SQL = ReturnType<typeof sql>

export interface Topic {
  kind: 'category' | 'tag' | 'author'
  id: string
  name: string
  path: string
}

const mostOfAKind = 3

/** Sections, labels and authors of published articles whose name has all words of the query. */
export async function findTopics(
  req: PayloadRequest,
  { q, isPrefix }: { q: string; isPrefix: boolean },
): Promise<Topic[]> {
  const words = wordsOf(q).filter(({ isExcluded }) => !isExcluded)
  if (words.length === 0 || words.length > 6) return []
  const typed = isPrefix ? lastWordOf(q) : undefined
  const terms = words.map(({ text }, index) => `'${text}'${typed && index === words.length - 1 ? ':*' : ''}`)
  const asked = sql`to_tsquery('search_simple', ${terms.join(' & ')})`
  const rows = await execute<{ kind: Topic['kind']; id: string }>(
    req,
    sql`${named('category', 'categories', asked)} union all ${named('tag', 'tags', asked)} union all ${named('author', 'profiles', asked)}`,
    { reads: ['categories', 'tags', 'profiles', 'content'] },
  )
  return loadTopics(req, rows)
}

function named(kind: Topic['kind'], table: 'categories' | 'tags' | 'profiles', asked: SQL): SQL {
  const own = sql.raw(table)
  return sql`(select ${sql.raw(`'${kind}'`)} as kind, id from ${own}
    where to_tsvector('search_simple', name) @@ ${asked} ${table === 'profiles' ? sql`` : sql`and deleted_at is null`}
      and exists (select from content_rels join search_documents on search_documents.id = parent_id
        where ${sql.raw(`${table}_id`)} = ${own}.id)
    order by length(name), name limit ${mostOfAKind})`
}

async function loadTopics(
  req: PayloadRequest,
  rows: { kind: Topic['kind']; id: string }[],
): Promise<Topic[]> {
  const idsOf = (wanted: Topic['kind']) => rows.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const options = { depth: 0, pagination: false, ...asUser(req) } as const
  const where = (kind: Topic['kind']) => ({ id: { in: idsOf(kind) } })
  const found: Topic[] = []
  if (idsOf('category').length > 0) {
    const { docs } = await req.payload.find({
      collection: 'categories',
      where: where('category'),
      ...options,
    })
    found.push(
      ...docs.map((doc) => ({
        kind: 'category' as const,
        id: doc.id,
        name: doc.name,
        path: categoryPath(doc),
      })),
    )
  }
  if (idsOf('tag').length > 0) {
    const { docs } = await req.payload.find({ collection: 'tags', where: where('tag'), ...options })
    found.push(
      ...docs.map((doc) => ({ kind: 'tag' as const, id: doc.id, name: doc.name, path: tagPath(doc) })),
    )
  }
  if (idsOf('author').length > 0) {
    const { docs } = await req.payload.find({ collection: 'profiles', where: where('author'), ...options })
    found.push(
      ...docs.map((doc) => ({ kind: 'author' as const, id: doc.id, name: doc.name, path: authorPath(doc) })),
    )
  }
  return rows.flatMap(({ id }) => found.find((topic) => topic.id === id) ?? [])
}
