import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Slugs are unique per language among what is not in the trash; a document is imported once. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create unique index content_slug_locale_unique on content (slug, locale) where deleted_at is null;
    create unique index pages_slug_locale_unique on pages (slug, locale) where deleted_at is null;
    create unique index categories_slug_unique on categories (slug) where deleted_at is null;
    create unique index tags_slug_unique on tags (slug) where deleted_at is null;
    create unique index content_source_unique on content (source_importer, source_key)
      where source_key is not null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index content_source_unique;
    drop index tags_slug_unique;
    drop index categories_slug_unique;
    drop index pages_slug_locale_unique;
    drop index content_slug_locale_unique;
  `)
}
