/** What a server without any framework does: one statement that makes the whole answer, and nothing else. */
import { createServer } from 'node:http'
import pg from 'pg'
import { env } from '@/src/platform/env'

const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 })

const related = (path: string, table: string) => `
  (select coalesce(json_agg(to_json(t) order by r."order"), '[]') from content_rels r join ${table} t on t.id = r.${table}_id
   where r.parent_id = c.id and r.path = '${path}')`

const article = `json_build_object('id', c.id, 'title', c.title, 'slug', c.slug, 'excerpt', c.excerpt, 'body', c.body,
  'preview', c.preview, 'publishedAt', c.published_at, 'readingMinutes', c.reading_minutes,
  'authors', ${related('authors', 'profiles')}, 'categories', ${related('categories', 'categories')},
  'tags', ${related('tags', 'tags')})`

const isPublic = "c._status = 'published' and c.archived_at is null and c.deleted_at is null"

const newest = `select json_build_object('docs', json_agg(a.article), 'totalDocs', (select count(*) from content c where ${isPublic})) as answer
  from (select ${article} as article from content c where ${isPublic} order by c.published_at desc limit 10) a`

const bySlug = `select json_build_object('docs', json_agg(${article}), 'totalDocs', 1) as answer from content c
  where c.slug = $1 and ${isPublic}`

const inCategoryAndTag = `exists (select 1 from content_rels r join categories t on t.id = r.categories_id
    where r.parent_id = c.id and r.path = 'categories' and t.slug = $1)
  and exists (select 1 from content_rels r join tags t on t.id = r.tags_id
    where r.parent_id = c.id and r.path = 'tags' and t.slug = $2)`

const byTerms = `select json_build_object('docs', json_agg(a.article),
    'totalDocs', (select count(*) from content c where ${isPublic} and ${inCategoryAndTag})) as answer
  from (select ${article} as article from content c where ${isPublic} and ${inCategoryAndTag}
    order by c.published_at desc limit 20 offset 40) a`

const columns =
  'title, slug, excerpt, body, preview, audience, published_at, locale, reading_minutes, _status'

/** A copy of one of the articles, with its relationships. */
const create = `with made as (insert into content (id, ${columns})
    select gen_random_uuid(), title, 'bare-' || gen_random_uuid(), excerpt, body, preview, audience, published_at, locale, reading_minutes, _status
    from content where slug = 'article-1' returning id),
  related as (insert into content_rels ("order", parent_id, path, profiles_id, categories_id, tags_id)
    select r."order", made.id, r.path, r.profiles_id, r.categories_id, r.tags_id
    from made, content_rels r join content c on c.id = r.parent_id where c.slug = 'article-1')
  select json_build_object('id', id) as answer from made`

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const { rows } = await ask(url)
  const text = JSON.stringify(rows[0].answer)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
})

function ask({ pathname, searchParams }: URL) {
  if (pathname === '/w1') return pool.query(newest)
  if (pathname === '/w4') return pool.query(create)
  if (pathname === '/w2') return pool.query(bySlug, [searchParams.get('slug')])
  return pool.query(byTerms, [searchParams.get('category'), searchParams.get('tag')])
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
