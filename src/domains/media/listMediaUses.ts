import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'

export interface MediaUse {
  /** Table of the document, as PostgreSQL knows it: `content`, `pages`, `site_settings` … */
  table: string
  id: string
  title: string | null
}

/** Uses named at most: enough to see that it is used, and where. */
const maxUses = 20

interface Column {
  table: string
  column: string
  kind: 'reference' | 'json'
}

interface Parent {
  table: string
  column: string
  parent: string
}

/**
 * The documents that show a file: as they are stored now, and in their newest draft. It asks the database's own
 * catalogue which columns point at media, so a new collection is known the day it exists; rich text is searched.
 */
export async function listMediaUses(req: PayloadRequest, { id }: { id: string }): Promise<MediaUse[]> {
  const columns = await execute<Column>(req, columnsQuery)
  const parents = await execute<Parent>(req, parentsQuery)
  const uses = new Map<string, MediaUse>()
  for (const column of columns) {
    if (uses.size >= maxUses) break
    for (const use of await usesIn(req, column, parents, id)) uses.set(`${use.table}:${use.id}`, use)
  }
  return [...uses.values()].slice(0, maxUses)
}

/** Columns that reference media, then JSON columns of documents, which rich text is. */
const columnsQuery = sql`
  select con.conrelid::regclass::text as table, att.attname as column, 'reference' as kind
  from pg_constraint con
  join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
  where con.contype = 'f' and con.confrelid = 'media'::regclass
    and con.conrelid::regclass::text not like 'payload\\_%'
  union all
  select table_name, column_name, 'json'
  from information_schema.columns
  where table_schema = current_schema() and data_type = 'jsonb'
    and table_name not like 'payload\\_%' and table_name not like 'job\\_%'
`

/** Rows of arrays, blocks and relationship lists point at the document or row that they are a part of. */
const parentsQuery = sql`
  select con.conrelid::regclass::text as table, att.attname as column, con.confrelid::regclass::text as parent
  from pg_constraint con
  join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
  where con.contype = 'f' and att.attname in ('_parent_id', 'parent_id')
    and con.conrelid::regclass::text not like 'payload\\_%'
`

async function usesIn(req: PayloadRequest, { table, column, kind }: Column, parents: Parent[], id: string) {
  const path = pathToDocument(table, parents)
  const document = path.at(-1)?.parent ?? table
  const joins = path.map(
    (step, index) =>
      sql`join ${name(step.parent)} as ${name(`t${index + 1}`)}
        on ${name(`t${index + 1}`)}.id = ${name(`t${index}`)}.${name(step.column)}`,
  )
  const last = name(`t${path.length}`)
  const isUsed =
    kind === 'reference'
      ? sql`t0.${name(column)} = ${id}::uuid`
      : sql`t0.${name(column)}::text like ${`%${id}%`}`
  const newestOnly = document.startsWith('_') ? sql`and ${last}.latest` : sql``
  const owner = document.startsWith('_')
    ? sql`coalesce(${last}.parent_id::text, ${last}.id::text)`
    : sql`${last}.id::text`
  const rows = await execute<{ id: string; row: Record<string, unknown> }>(
    req,
    sql`select distinct on (1) ${owner} as id, to_jsonb(${last}) - 'body' - 'version_body' as row
      from ${name(table)} as t0 ${sql.join(joins, sql` `)} where ${isUsed} ${newestOnly} limit ${maxUses}`,
  )
  return rows.map(({ id: documentId, row }) => ({
    table: document.replace(/^_(.*)_v$/, '$1'),
    id: documentId,
    title: titleOf(row),
  }))
}

/** Steps from a part's table up to its document's. A version is a document here: its parent is the same one. */
function pathToDocument(table: string, parents: Parent[]): Parent[] {
  const step = /^_[a-z_]+_v$/.test(table) ? undefined : parents.find((parent) => parent.table === table)
  return step ? [step, ...pathToDocument(step.parent, parents)] : []
}

function name(identifier: string) {
  return sql.identifier(identifier.replaceAll('"', ''))
}

function titleOf(row: Record<string, unknown>): string | null {
  const title = row.title ?? row.version_title ?? row.name ?? row.version_name
  return typeof title === 'string' ? title : null
}
