import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What readers list: the newest public articles in their stable order, which also counts them without their rows, and
 * the articles of a category, tag or author without the rows of the relationship.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index content_public_idx on content (_status, published_at desc, created_at desc, id desc)
      where archived_at is null and deleted_at is null;
    create index content_rels_of_category_idx on content_rels (categories_id, parent_id) where path = 'categories';
    create index content_rels_of_tag_idx on content_rels (tags_id, parent_id) where path = 'tags';
    create index content_rels_of_author_idx on content_rels (profiles_id, parent_id) where path = 'authors';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index content_rels_of_author_idx;
    drop index content_rels_of_tag_idx;
    drop index content_rels_of_category_idx;
    drop index content_public_idx;
  `)
}
