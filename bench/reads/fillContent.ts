import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

export const terms = { authors: 50, categories: 20, tags: 60 }

/**
 * Articles with 4 KB bodies, an author, a category and three tags each, published a minute apart. Categories and tags
 * are named `category-n` and `tag-n`, articles `article-n`, from 1.
 */
export async function fillContent(client: Client, articles: number): Promise<void> {
  // What triggers keep beside the articles is not read here, and would take minutes at 100,000.
  await client.query('set session_replication_role = replica')
  await client.query('truncate content, _content_v, profiles, categories, tags cascade')
  await client.query(
    `insert into profiles (id, username, name)
     select gen_random_uuid(), 'author-' || n, 'Author ' || n from generate_series(1, $1::int) n`,
    [terms.authors],
  )
  for (const table of ['categories', 'tags'] as const) {
    const name = table === 'categories' ? 'category' : 'tag'
    await client.query(
      `insert into ${table} (id, name, slug)
       select gen_random_uuid(), initcap($2) || ' ' || n, $2 || '-' || n from generate_series(1, $1::int) n`,
      [terms[table], name],
    )
  }
  await client.query(
    `insert into content (id, title, slug, excerpt, body, preview, audience, published_at, locale, reading_minutes, _status)
     select gen_random_uuid(), 'Article number ' || n, 'article-' || n, 'What article number ' || n || ' says in short.',
       $2::jsonb, $3::jsonb, 'public', timestamptz '2026-11-01' - n * interval '1 minute', 'en', 4, 'published'
     from generate_series(1, $1::int) n`,
    [articles, JSON.stringify(bodyOf(7)), JSON.stringify(bodyOf(1))],
  )
  const pick = (table: string, slug: string, path: string, column: string, nth: string, order: number) =>
    client.query(
      `insert into content_rels ("order", parent_id, path, ${column})
       select ${order}, c.id, '${path}', t.id
       from (select id, substr(slug, 9)::int as n from content) c
       join ${table} t on t.${table === 'profiles' ? 'username' : 'slug'} = '${slug}-' || (${nth})`,
    )
  await pick('profiles', 'author', 'authors', 'profiles_id', `c.n % ${terms.authors} + 1`, 1)
  await pick('categories', 'category', 'categories', 'categories_id', `c.n % ${terms.categories} + 1`, 1)
  for (const [index, step] of [0, 7, 23].entries()) {
    await pick('tags', 'tag', 'tags', 'tags_id', `(c.n + ${step}) % ${terms.tags} + 1`, index + 1)
  }
  await client.query('set session_replication_role = origin')
  // Plain Payload has none.
  const { rows } = await client.query("select to_regclass('content_terms_now') is not null as present")
  if (rows[0].present) {
    await client.query('truncate content_terms')
    await client.query('insert into content_terms select * from content_terms_now')
  }
  await tidy(client)
}

/** Until the server knows that all can see each row: while it looks through a table itself, it cannot be sure. */
async function tidy(client: Client): Promise<void> {
  for (let left = 20; left > 0; left -= 1) {
    await client.query('vacuum analyze')
    const { rows } = await client.query(
      `select count(*)::integer as unsure from pg_class
       where relname in ('content', 'content_rels', 'content_terms') and relkind = 'r' and relallvisible < relpages`,
    )
    if (rows[0].unsure === 0) return
    await sleep(500)
  }
}

/** Some 580 bytes of text a paragraph. */
export function bodyOf(paragraphs: number) {
  const sentence =
    'A sentence that says little, so that a paragraph of it has the length of one in a newspaper. '
  const text = {
    type: 'text',
    version: 1,
    detail: 0,
    format: 0,
    mode: 'normal',
    style: '',
    text: sentence.repeat(6),
  }
  const paragraph = {
    type: 'paragraph',
    version: 1,
    direction: 'ltr',
    format: '',
    indent: 0,
    children: [text],
  }
  return {
    root: {
      type: 'root',
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      children: Array(paragraphs).fill(paragraph),
    },
  }
}
