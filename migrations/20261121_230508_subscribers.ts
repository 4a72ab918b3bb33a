import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

/** Who gets the newsletter; and what visitors did lately with any form, in the place of a column of one of them. */
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_subscribers_state" AS ENUM('pending', 'active', 'unsubscribed');
  CREATE TABLE "subscribers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"email" varchar NOT NULL,
  	"consent_wording" varchar,
  	"consent_page" varchar,
  	"consent_at" timestamp(3) with time zone,
  	"state" "enum_subscribers_state" DEFAULT 'pending' NOT NULL,
  	"locale" varchar DEFAULT 'en' NOT NULL,
  	"confirmed_at" timestamp(3) with time zone,
  	"unsubscribed_at" timestamp(3) with time zone,
  	"mailed_at" timestamp(3) with time zone,
  	"mail_error" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"asks" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "contact_messages_visitor_idx";
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "subscribers_id" uuid;
  ALTER TABLE "site_settings" ADD COLUMN "readers_may_sign_up" boolean DEFAULT true;
  CREATE INDEX "subscribers_state_idx" ON "subscribers" USING btree ("state");
  CREATE INDEX "subscribers_asked_at_idx" ON "subscribers" USING btree ("asked_at");
  CREATE INDEX "subscribers_updated_at_idx" ON "subscribers" USING btree ("updated_at");
  CREATE INDEX "subscribers_created_at_idx" ON "subscribers" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_subscribers_fk" FOREIGN KEY ("subscribers_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_subscribers_id_idx" ON "payload_locked_documents_rels" USING btree ("subscribers_id");
  ALTER TABLE "contact_messages" DROP COLUMN "visitor";
  CREATE UNIQUE INDEX "subscribers_email_idx" ON "subscribers" (lower("email"));
  CREATE TABLE "visitor_turns" (
  	"act" text NOT NULL,
  	"visitor" text NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL
  );
  CREATE INDEX "visitor_turns_idx" ON "visitor_turns" ("act", "at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "visitor_turns";
  DROP TABLE "subscribers" CASCADE;
  
  DROP INDEX "payload_locked_documents_rels_subscribers_id_idx";
  ALTER TABLE "contact_messages" ADD COLUMN "visitor" varchar;
  CREATE INDEX "contact_messages_visitor_idx" ON "contact_messages" USING btree ("visitor");
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "subscribers_id";
  ALTER TABLE "site_settings" DROP COLUMN "readers_may_sign_up";
  DROP TYPE "public"."enum_subscribers_state";`)
}
