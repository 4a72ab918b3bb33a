import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_site_settings_look_ground" AS ENUM('warm', 'white', 'cool');
  CREATE TYPE "public"."enum_site_settings_face" AS ENUM('newsreader', 'source-serif', 'system-serif', 'schibsted', 'inter', 'system-sans');
  CREATE TABLE "contact_messages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"message" varchar NOT NULL,
  	"answered_at" timestamp(3) with time zone,
  	"page" varchar,
  	"recipient" varchar NOT NULL,
  	"mailed_at" timestamp(3) with time zone,
  	"mail_error" varchar,
  	"visitor" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "contact_messages_id" uuid;
  ALTER TABLE "site_settings" ADD COLUMN "logo_at_night_id" uuid;
  ALTER TABLE "site_settings" ADD COLUMN "look_accent" varchar;
  ALTER TABLE "site_settings" ADD COLUMN "look_ground" "enum_site_settings_look_ground";
  ALTER TABLE "site_settings" ADD COLUMN "look_heading_face" "enum_site_settings_face";
  ALTER TABLE "site_settings" ADD COLUMN "look_text_face" "enum_site_settings_face";
  ALTER TABLE "site_settings" ADD COLUMN "look_interface_face" "enum_site_settings_face";
  CREATE INDEX "contact_messages_visitor_idx" ON "contact_messages" USING btree ("visitor");
  CREATE INDEX "contact_messages_updated_at_idx" ON "contact_messages" USING btree ("updated_at");
  CREATE INDEX "contact_messages_created_at_idx" ON "contact_messages" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_contact_messages_fk" FOREIGN KEY ("contact_messages_id") REFERENCES "public"."contact_messages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_logo_at_night_id_media_id_fk" FOREIGN KEY ("logo_at_night_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_contact_messages_id_idx" ON "payload_locked_documents_rels" USING btree ("contact_messages_id");
  CREATE INDEX "site_settings_logo_at_night_idx" ON "site_settings" USING btree ("logo_at_night_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "contact_messages" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "contact_messages" CASCADE;
  
  ALTER TABLE "site_settings" DROP CONSTRAINT "site_settings_logo_at_night_id_media_id_fk";
  
  DROP INDEX "payload_locked_documents_rels_contact_messages_id_idx";
  DROP INDEX "site_settings_logo_at_night_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "contact_messages_id";
  ALTER TABLE "site_settings" DROP COLUMN "logo_at_night_id";
  ALTER TABLE "site_settings" DROP COLUMN "look_accent";
  ALTER TABLE "site_settings" DROP COLUMN "look_ground";
  ALTER TABLE "site_settings" DROP COLUMN "look_heading_face";
  ALTER TABLE "site_settings" DROP COLUMN "look_text_face";
  ALTER TABLE "site_settings" DROP COLUMN "look_interface_face";
  DROP TYPE "public"."enum_site_settings_look_ground";
  DROP TYPE "public"."enum_site_settings_face";`)
}
