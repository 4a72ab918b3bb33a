/** Articles in words of real ones: sentences of the demo and of the optech newsletters, with names that make the vocabulary grow as it does in a large archive. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { aSeededRandom } from './aSeededRandom'

const sources = ['src/domains/publishing/demo/articles', '../shared/data/optech/_posts']
const batch = 250
const sentencesAnArticle = { from: 18, to: 60 }
const names = 40_000

export const sections = 12
export const labels = 80
export const people = 40

interface Row {
  title: string
  slug: string
  excerpt: string
  body: string
  preview: string
  audience: string
  at: string
}

export async function fillArticles(client: Client, articles: number): Promise<void> {
  const random = aSeededRandom(7)
  const sentences = readSentences()
  await client.query('truncate content, _content_v, profiles, categories, tags, search_words cascade')
  await fillTerms(client)
  for (let from = 0; from < articles; from += batch) {
    const rows = Array.from({ length: Math.min(batch, articles - from) }, (_, index) =>
      anArticle(from + index, sentences, random),
    )
    await insert(client, rows)
  }
  await relate(client)
  await client.query('vacuum analyze')
}

function readSentences(): string[] {
  const texts = sources.filter((folder) => existsSync(folder)).flatMap(readTexts)
  return texts
    .flatMap((text) => text.replace(/^---[\s\S]*?\n---/, '').split(/\n{2,}/))
    .filter((block) => /^[\p{L}\p{N}*_“"[]/u.test(block))
    .map((block) =>
      block
        .replace(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?/g, '$1')
        .replace(/\{[^}]*\}+|<[^>]*>|[*_`#|]/g, '')
        .replace(/\s+/g, ' '),
    )
    .flatMap((block) => block.match(/[^.!?]+[.!?]+/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > 30 && length < 400)
}

function readTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

function anArticle(n: number, sentences: string[], random: () => number): Row {
  const pick = <Item>(from: Item[]): Item => from[Math.floor(random() * from.length)] as Item
  const length =
    sentencesAnArticle.from + Math.floor(random() * (sentencesAnArticle.to - sentencesAnArticle.from))
  const said = Array.from({ length }, () => `${pick(sentences)}${random() < 0.4 ? ` ${aName(random)}.` : ''}`)
  const paragraphs: string[] = []
  for (let at = 0; at < said.length; at += 4) paragraphs.push(said.slice(at, at + 4).join(' '))
  const words = `${pick(sentences)} ${pick(sentences)}`.split(' ').filter((word) => word.length > 3)
  const title = `${aName(random)} ${words.slice(0, 4 + Math.floor(random() * 5)).join(' ')}`
  return {
    title: title.slice(0, 200),
    slug: `article-${n + 1}`,
    excerpt: pick(sentences),
    body: bodyOf(paragraphs),
    preview: bodyOf(paragraphs.slice(0, 1)),
    audience: n % 10 === 9 ? 'paid' : n % 10 === 8 ? 'members' : 'public',
    at: new Date(Date.UTC(2026, 10, 1) - n * 45 * 60_000).toISOString(),
  }
}

const syllables =
  'ba be bi bo da dé di do fa fe fi fo ga go ha hé jo ka ke ki ko la le li lo lu ma mé mi mo mü na ne ni no pa pe po qui ra re ri ro ru sa sé si so tà te ti to va ve vi vo wa zé zo zü'.split(
    ' ',
  )

/** The n-th name is half as frequent as the one before in rank by half, as words are (Zipf). */
function aName(random: () => number): string {
  let rank = Math.floor(names ** random())
  let name = ''
  do {
    name += syllables[rank % syllables.length]
    rank = Math.floor(rank / syllables.length)
  } while (rank > 0)
  return `${name[0]?.toUpperCase()}${name.slice(1)}n`
}

function bodyOf(paragraphs: string[]): string {
  const block = { version: 1, direction: 'ltr', format: '', indent: 0 }
  const children = paragraphs.map((text) => ({
    type: 'paragraph',
    ...block,
    children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
  }))
  return JSON.stringify({ root: { type: 'root', ...block, children } })
}

async function insert(client: Client, rows: Row[]): Promise<void> {
  await client.query(
    `insert into content (id, title, slug, excerpt, body, preview, audience, published_at, locale, reading_minutes, _status)
     select gen_random_uuid(), title, slug, excerpt, body, preview, audience::enum_content_audience, at, 'en', 4, 'published'
     from jsonb_to_recordset($1::jsonb) as given (title text, slug text, excerpt text, body jsonb, preview jsonb, audience text, at timestamptz)`,
    [
      JSON.stringify(
        rows.map((row) => ({ ...row, body: JSON.parse(row.body), preview: JSON.parse(row.preview) })),
      ),
    ],
  )
}

async function fillTerms(client: Client): Promise<void> {
  const fill = (table: string, columns: string, name: string, count: number) =>
    client.query(
      `insert into ${table} (id, name, ${columns}) select gen_random_uuid(), initcap('${name}') || ' ' || n, '${name}-' || n
       from generate_series(1, ${count}) n`,
    )
  await fill('categories', 'slug', 'section', sections)
  await fill('tags', 'slug', 'label', labels)
  await fill('profiles', 'username', 'person', people)
}

async function relate(client: Client): Promise<void> {
  const terms = [
    ['categories', 'slug', 'section', sections, 'categories', 1],
    ['tags', 'slug', 'label', labels, 'tags', 1],
    ['tags', 'slug', 'label', labels, 'tags', 7],
    ['profiles', 'username', 'person', people, 'authors', 1],
  ] as const
  for (const [table, key, name, count, path, step] of terms) {
    await client.query(
      `insert into content_rels ("order", parent_id, path, ${table}_id)
       select ${step}, c.id, '${path}', t.id from (select id, substr(slug, 9)::int as n from content) c
       join ${table} t on t.${key} = '${name}-' || ((c.n * ${step}) % ${count} + 1)`,
    )
  }
}
