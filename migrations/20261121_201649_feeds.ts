import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_seo_defaults_feed_text" AS ENUM('full', 'excerpt');
  ALTER TABLE "seo_defaults" ADD COLUMN "twitter_site" varchar;
  ALTER TABLE "seo_defaults" ADD COLUMN "feed_text" "enum_seo_defaults_feed_text" DEFAULT 'full' NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "seo_defaults" DROP COLUMN "twitter_site";
  ALTER TABLE "seo_defaults" DROP COLUMN "feed_text";
  DROP TYPE "public"."enum_seo_defaults_feed_text";`)
}
