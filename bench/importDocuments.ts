/** Documents a second of the Markdown import, beside the same rows inserted by bare SQL in the same run. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { importContent } from '@/src/domains/publishing/importing'

export type ImportFigures = {
  documents: number
  documentsPerSecond: number
  /** Processor time of this process and its threads, the database apart. */
  processorMsPerDocument: number
  unchangedPerSecond: number
  bareSqlPerSecond: number
  shareOfBareSql: number
}

/** Tables a document's rows go to, in the order that their keys demand, with the column that names the document. */
const tables = [
  ['content', 'id'],
  ['content_rels', 'parent_id'],
  ['_content_v', 'parent_id'],
  ['_content_v_rels', 'parent_id'],
] as const

export async function benchImport(payload: Payload, client: Client, source: string): Promise<ImportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  try {
    // Pictures are left behind: making their sizes is another job's work.
    const isText = (path: string) => !/\.(?:png|jpe?g|gif|webp|svg|pdf)$/i.test(path)
    await cp(source, folder, { recursive: true, filter: isText })
    await importContent({ payload }, { kind: 'markdown', path: folder })
    await client.query('delete from _content_v; delete from content; delete from redirects')
    const before = process.cpuUsage()
    const first = await importContent({ payload }, { kind: 'markdown', path: folder })
    const { user, system } = process.cpuUsage(before)
    const second = await importContent({ payload }, { kind: 'markdown', path: folder })
    if (second.documents.unchanged !== first.documents.imported)
      throw new Error('A second import wrote something.')
    const bare = await insertBare(client)
    const documents = first.documents.imported
    const documentsPerSecond = documents / (first.durationMs / 1000)
    return {
      documents,
      documentsPerSecond,
      processorMsPerDocument: (user + system) / 1000 / documents,
      unchangedPerSecond: documents / (second.durationMs / 1000),
      bareSqlPerSecond: bare,
      shareOfBareSql: documentsPerSecond / bare,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Row = Record<string, unknown>

/** Takes the rows out and puts them back, a transaction a document, as the import does it. */
async function insertBare(client: Client): Promise<number> {
  const rows = new Map<string, { table: string; row: Row }[]>()
  for (const [table, column] of tables) {
    const { rows: found } = await client.query<{ key: string; row: string }>(
      `select ${column}::text as key, to_jsonb(t)::text as row from ${table} t where ${column} is not null`,
    )
    for (const { key, row } of found) {
      const own = rows.get(key) ?? []
      own.push({ table, row: JSON.parse(row) as Row })
      rows.set(key, own)
    }
  }
  const { rows: redirects } = await client.query<{ row: string }>(
    'select to_jsonb(t)::text as row from redirects t',
  )
  await client.query('delete from _content_v; delete from content; delete from redirects')
  const documents = [...rows.values()]
  documents.forEach((own, index) => {
    const redirect = redirects[index]
    if (redirect) own.push({ table: 'redirects', row: JSON.parse(redirect.row) as Row })
  })
  const startedAt = performance.now()
  for (const own of documents) {
    await client.query('begin')
    for (const { table, row } of own) {
      await client.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        JSON.stringify(row),
      ])
    }
    await client.query('commit')
  }
  return documents.length / ((performance.now() - startedAt) / 1000)
}
