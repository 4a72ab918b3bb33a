/** Exports of a large site: time and memory, beside the same rows read by bare SQL in the same run. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { exportJson, exportMarkdown } from '@/src/domains/publishing/exporting'
import { peakMemory } from './peakMemory'

export type ExportFigures = {
  articles: number
  json: {
    seconds: number
    articlesPerSecond: number
    megabytes: number
    memoryBeforeMb: number
    memoryPeakMb: number
  }
  markdown: {
    seconds: number
    articlesPerSecond: number
    megabytes: number
    memoryBeforeMb: number
    memoryPeakMb: number
  }
  bareSqlPerSecond: number
  shareOfBareSql: number
}

export async function benchExport(
  payload: Payload,
  client: Client,
  articles: number,
): Promise<ExportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  try {
    await makeArticles(payload, client, articles)
    const json = await measured(articles, () => exportJson({ payload }, { path: join(folder, 'site.json') }))
    await rm(join(folder, 'site.json'))
    const markdown = await measured(articles, () =>
      exportMarkdown({ payload }, { path: join(folder, 'site') }),
    )
    const bareSqlPerSecond = await readBare(client, articles, join(folder, 'bare.ndjson'))
    return {
      articles,
      json,
      markdown,
      bareSqlPerSecond,
      shareOfBareSql: json.articlesPerSecond / bareSqlPerSecond,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(articles: number, run: () => Promise<{ durationMs: number; bytes: number }>) {
  const { result, peakMb, beforeMb } = await peakMemory(run)
  const seconds = result.durationMs / 1000
  return {
    seconds,
    articlesPerSecond: articles / seconds,
    megabytes: result.bytes / 1024 / 1024,
    memoryBeforeMb: beforeMb,
    memoryPeakMb: peakMb,
  }
}

/** One article through Payload, which the others are copies of: about 4 kB of text with a list, a quote and code. */
async function makeArticles(payload: Payload, client: Client, count: number): Promise<void> {
  const node = (type: string, children: object[], more: object = {}) => ({
    type,
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    children,
    ...more,
  })
  const text = (words: string, format = 0) => ({
    type: 'text',
    version: 1,
    text: words,
    format,
    style: '',
    mode: 'normal',
    detail: 0,
  })
  const sentence = 'The quick brown fox jumps over the lazy dog and tells nobody what it was for. '
  const paragraphs = Array.from({ length: 12 }, (_, index) =>
    node('paragraph', [text(sentence.repeat(2)), text(`bold ${index}`, 1), text(` ${sentence}`)], {
      textFormat: 0,
      textStyle: '',
    }),
  )
  const list = node(
    'list',
    [1, 2, 3].map((value) => node('listitem', [text(`Item ${value}`)], { value })),
    { listType: 'bullet', tag: 'ul', start: 1 },
  )
  const body = {
    root: node('root', [
      node('heading', [text('A heading')], { tag: 'h2' }),
      ...paragraphs,
      list,
      node('quote', [text('Quoted')]),
    ]),
  }
  // The bench owns its scratch database.
  const { id } = await payload.create({
    collection: 'content',
    data: {
      title: 'Original',
      slug: 'original',
      audience: 'public',
      locale: 'en',
      _status: 'published',
      body,
    } as never,
    depth: 0,
    overrideAccess: true,
  })
  for (const [table, key] of [
    ['content', 'id'],
    ['_content_v', 'parent_id'],
  ] as const) {
    const { rows } = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position',
      [table],
    )
    const own: Record<string, string> = {
      id: table === 'content' ? 'copies.id' : 'gen_random_uuid()',
      parent_id: 'copies.id',
      slug: `'article-' || copies.n`,
      version_slug: `'article-' || copies.n`,
      title: `'Article number ' || copies.n`,
      version_title: `'Article number ' || copies.n`,
    }
    const names = rows.map(({ name }) => `"${name}"`)
    const values = rows.map(({ name }) => own[name] ?? `t."${name}"`)
    if (table === 'content')
      await client.query(
        `create temp table copies as select gen_random_uuid() as id, n from generate_series(2, ${count}) n`,
      )
    await client.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, copies where t.${key} = $1`,
      [id],
    )
  }
  await client.query('analyze')
}

/** The least that any export does: every row once, as JSON, into a file. */
async function readBare(client: Client, articles: number, path: string): Promise<number> {
  const startedAt = performance.now()
  const file = createWriteStream(path)
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ id: string; row: string }>(
      'select id, to_jsonb(t)::text as row from content t where id > $1 order by id limit 200',
      [last],
    )
    for (const { row } of rows) file.write(`${row}\n`)
    last = rows.at(-1)?.id ?? ''
    if (rows.length < 200) break
  }
  await new Promise<void>((resolve) => file.end(resolve))
  if ((await stat(path)).size === 0) throw new Error('Nothing was read.')
  return articles / ((performance.now() - startedAt) / 1000)
}
