import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Tables of which the public sees something. Drafts live in the version tables, which nobody needs to hear of. */
const published = {
  content: 'content',
  pages: 'pages',
  categories: 'categories',
  tags: 'tags',
  profiles: 'profiles',
  media: 'media',
  redirects: 'redirects',
  market_quotes: 'market-quotes',
  site_settings: 'site-settings',
  navigation: 'navigation',
  footer: 'footer',
  seo_defaults: 'seo-defaults',
  maintenance: 'maintenance',
}

/**
 * Every committed write, whoever made it, tells all processes which documents it touched: `{"of":"content",
 * "ids":[…]}`, or without ids when there are more than a hundred, as a notification holds 8,000 bytes.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function notify_changes() returns trigger language plpgsql as $$
    declare
      total integer;
      touched text[];
    begin
      select count(*), (array_agg(id::text))[1:100] into total, touched from changed;
      if total > 100 then
        perform pg_notify('masthead_changes', json_build_object('of', tg_argv[0])::text);
      elsif total > 0 then
        perform pg_notify('masthead_changes', json_build_object('of', tg_argv[0], 'ids', touched)::text);
      end if;
      return null;
    end $$;
    create function notify_truncated() returns trigger language plpgsql as $$
    begin
      perform pg_notify('masthead_changes', json_build_object('of', tg_argv[0])::text);
      return null;
    end $$;
  `)
  for (const [table, slug] of Object.entries(published)) {
    await db.execute(
      sql.raw(`
        create trigger changes_inserted after insert on ${table} referencing new table as changed
          for each statement execute function notify_changes('${slug}');
        create trigger changes_updated after update on ${table} referencing new table as changed
          for each statement execute function notify_changes('${slug}');
        create trigger changes_deleted after delete on ${table} referencing old table as changed
          for each statement execute function notify_changes('${slug}');
        create trigger changes_truncated after truncate on ${table}
          for each statement execute function notify_truncated('${slug}');
      `),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of Object.keys(published)) {
    await db.execute(
      sql.raw(`
        drop trigger changes_inserted on ${table};
        drop trigger changes_updated on ${table};
        drop trigger changes_deleted on ${table};
        drop trigger changes_truncated on ${table};
      `),
    )
  }
  await db.execute(sql`
    drop function notify_truncated();
    drop function notify_changes();
  `)
}
