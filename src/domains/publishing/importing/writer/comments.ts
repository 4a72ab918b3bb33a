import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { execute } from '@/src/platform/payload/execute'
import type { NeutralComment } from '../neutral'
import { storable } from './composeArticle'
import type { Target } from './existingDocuments'

export type DocumentComments = {
  collection: Target
  importer: string
  sourceId: string
  /** The stored document. */
  id: string
  comments: NeutralComment[]
}

/** Rows of one statement. */
const chunk = 200

/**
 * Puts readers' comments aside for the community, each once, by its key in the source. In bulk and in SQL: nothing
 * reacts to them, and an article may have thousands.
 */
export async function saveComments(
  req: PayloadRequest,
  { comments, ...about }: DocumentComments,
): Promise<void> {
  for (let start = 0; start < comments.length; start += chunk)
    await saveChunk(req, { ...about, comments: comments.slice(start, start + chunk) })
}

async function saveChunk(
  req: PayloadRequest,
  { collection, importer, sourceId, id, comments }: DocumentComments,
): Promise<void> {
  const content = collection === 'content' ? id : null
  const page = collection === 'pages' ? id : null
  const rows = storable(comments).map(
    ({ key, parentKey, kind, state, name, email, website, writtenAt, text }) =>
      sql`(${uuidv7()}::uuid, ${importer}, ${key}, ${sourceId}, ${content}::uuid, ${page}::uuid, ${parentKey ?? null},
        ${kind}, ${state}, ${name ?? null}, ${email ?? null}, ${website ?? null},
        ${writtenAt ?? null}::timestamptz, ${text})`,
  )
  await execute(
    req,
    sql`insert into imported_comments as known
        (id, importer, key, document_key, content_id, page_id, parent_key, kind, state, name, email, website, written_at, text)
      values ${sql.join(rows, sql`, `)}
      on conflict (importer, key) do update set
        document_key = excluded.document_key, content_id = excluded.content_id, page_id = excluded.page_id,
        parent_key = excluded.parent_key, kind = excluded.kind, state = excluded.state, name = excluded.name,
        email = excluded.email, website = excluded.website, written_at = excluded.written_at, text = excluded.text,
        updated_at = now()
      where (known.content_id, known.page_id, known.parent_key, known.state, known.name, known.text)
        is distinct from (excluded.content_id, excluded.page_id, excluded.parent_key, excluded.state,
          excluded.name, excluded.text)`,
  )
}
