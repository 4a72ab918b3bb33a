import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const batch = 500

/** The words of what was published before, a batch at a time: the triggers are there already, and nobody is locked out. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // A large site takes minutes, which no statement of an answer may.
  await db.execute(sql`set local statement_timeout = 0`)
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.execute<{ ids: string[] | null; last: string | null }>(sql`
      select array_agg(id) as ids, max(id::text) as last from (
        select id from content
        where _status = 'published' and archived_at is null and deleted_at is null and id > ${last}::uuid
          and not exists (select from search_documents where search_documents.id = content.id)
        order by id limit ${batch}
      ) as next
    `)
    const [next] = rows
    if (!next?.ids || !next.last) break
    await db.execute(sql`select search_index(${`{${next.ids.join(',')}}`}::uuid[])`)
    last = next.last
  }
  // What others wrote in the meantime may have been read before and written after them.
  await db.execute(sql`
    select search_index(array_agg(id)) from content
    where updated_at >= now() and _status = 'published' and archived_at is null and deleted_at is null;
    delete from search_documents using content where content.id = search_documents.id
      and (_status is distinct from 'published' or archived_at is not null or deleted_at is not null);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`truncate search_documents, search_words`)
}
