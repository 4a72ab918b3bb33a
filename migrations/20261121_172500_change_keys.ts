import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Columns by which people ask for a document; an answer asked for by one depends on it alone. */
const naturalKeys = {
  content: 'slug',
  pages: 'slug',
  categories: 'slug',
  tags: 'slug',
  profiles: 'username',
  redirects: 'from',
  market_quotes: 'symbol',
}

const events = { inserted: 'insert', updated: 'update', deleted: 'delete' }

/** Changes name the natural keys of the documents as well. Up to 40 of them, as a notification holds 8,000 bytes. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function notify_keyed_changes() returns trigger language plpgsql as $$
    declare
      total integer;
      touched text[];
      names text[];
      word text;
    begin
      execute format(
        'select count(*), (array_agg(id::text))[1:40], (array_agg(%I::text) filter (where %I is not null))[1:40] from changed',
        tg_argv[1], tg_argv[1]) into total, touched, names;
      if total = 0 then
        return null;
      end if;
      word := json_build_object('of', tg_argv[0], 'ids', touched, 'keys', coalesce(names, '{}'))::text;
      if total > 40 or octet_length(word) > 7900 then
        word := json_build_object('of', tg_argv[0])::text;
      end if;
      perform pg_notify('masthead_changes', word);
      return null;
    end $$;
  `)
  for (const [table, key] of Object.entries(naturalKeys)) await replaceTriggers(db, table, key)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of Object.keys(naturalKeys)) await replaceTriggers(db, table)
  await db.execute(sql`drop function notify_keyed_changes()`)
}

async function replaceTriggers(db: MigrateUpArgs['db'], table: string, key?: string): Promise<void> {
  const slug = table.replace('_', '-')
  const call = key ? `notify_keyed_changes('${slug}', '${key}')` : `notify_changes('${slug}')`
  for (const [name, event] of Object.entries(events)) {
    const rows = event === 'delete' ? 'old' : 'new'
    await db.execute(
      sql.raw(`
        drop trigger changes_${name} on ${table};
        create trigger changes_${name} after ${event} on ${table} referencing ${rows} table as changed
          for each statement execute function ${call};
      `),
    )
  }
}
