import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "imported_comments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"importer" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"document_key" varchar NOT NULL,
  	"content_id" uuid,
  	"page_id" uuid,
  	"parent_key" varchar,
  	"kind" varchar DEFAULT 'comment' NOT NULL,
  	"state" varchar DEFAULT 'approved' NOT NULL,
  	"name" varchar,
  	"email" varchar,
  	"website" varchar,
  	"written_at" timestamp(3) with time zone,
  	"text" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "pages" ADD COLUMN "source_importer" varchar;
  ALTER TABLE "pages" ADD COLUMN "source_key" varchar;
  ALTER TABLE "pages" ADD COLUMN "source_hash" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_source_importer" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_source_key" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_source_hash" varchar;
  ALTER TABLE "media" ADD COLUMN "source_importer" varchar;
  ALTER TABLE "media" ADD COLUMN "source_key" varchar;
  ALTER TABLE "media" ADD COLUMN "source_hash" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "imported_comments_id" uuid;
  ALTER TABLE "imported_comments" ADD CONSTRAINT "imported_comments_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imported_comments" ADD CONSTRAINT "imported_comments_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "imported_comments_document_key_idx" ON "imported_comments" USING btree ("document_key");
  CREATE INDEX "imported_comments_content_idx" ON "imported_comments" USING btree ("content_id");
  CREATE INDEX "imported_comments_page_idx" ON "imported_comments" USING btree ("page_id");
  CREATE INDEX "imported_comments_state_idx" ON "imported_comments" USING btree ("state");
  CREATE INDEX "imported_comments_updated_at_idx" ON "imported_comments" USING btree ("updated_at");
  CREATE INDEX "imported_comments_created_at_idx" ON "imported_comments" USING btree ("created_at");
  CREATE UNIQUE INDEX "importer_key_idx" ON "imported_comments" USING btree ("importer","key");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_imported_comments_fk" FOREIGN KEY ("imported_comments_id") REFERENCES "public"."imported_comments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "pages_source_source_importer_idx" ON "pages" USING btree ("source_importer");
  CREATE INDEX "pages_source_source_key_idx" ON "pages" USING btree ("source_key");
  CREATE INDEX "_pages_v_version_source_version_source_importer_idx" ON "_pages_v" USING btree ("version_source_importer");
  CREATE INDEX "_pages_v_version_source_version_source_key_idx" ON "_pages_v" USING btree ("version_source_key");
  CREATE INDEX "media_source_source_importer_idx" ON "media" USING btree ("source_importer");
  CREATE INDEX "media_source_source_key_idx" ON "media" USING btree ("source_key");
  CREATE INDEX "payload_locked_documents_rels_imported_comments_id_idx" ON "payload_locked_documents_rels" USING btree ("imported_comments_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_imported_comments_fk";
  DROP TABLE "imported_comments" CASCADE;
  DROP INDEX "pages_source_source_importer_idx";
  DROP INDEX "pages_source_source_key_idx";
  DROP INDEX "_pages_v_version_source_version_source_importer_idx";
  DROP INDEX "_pages_v_version_source_version_source_key_idx";
  DROP INDEX "media_source_source_importer_idx";
  DROP INDEX "media_source_source_key_idx";
  DROP INDEX "payload_locked_documents_rels_imported_comments_id_idx";
  ALTER TABLE "pages" DROP COLUMN "source_importer";
  ALTER TABLE "pages" DROP COLUMN "source_key";
  ALTER TABLE "pages" DROP COLUMN "source_hash";
  ALTER TABLE "_pages_v" DROP COLUMN "version_source_importer";
  ALTER TABLE "_pages_v" DROP COLUMN "version_source_key";
  ALTER TABLE "_pages_v" DROP COLUMN "version_source_hash";
  ALTER TABLE "media" DROP COLUMN "source_importer";
  ALTER TABLE "media" DROP COLUMN "source_key";
  ALTER TABLE "media" DROP COLUMN "source_hash";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "imported_comments_id";`)
}
