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
        order by id limit ${batch}
      ) as next
    `)
    const [next] = rows
    if (!next?.ids || !next.last) break
    await db.execute(sql`select search_index(${`{${next.ids.join(',')}}`}::uuid[])`)
    last = next.last
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`truncate search_documents, search_words`)
}
