import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "payload_jobs_total_tried_idx";
  DROP INDEX "payload_jobs_has_error_idx";
  DROP INDEX "payload_jobs_task_slug_idx";
  DROP INDEX "payload_jobs_queue_idx";
  DROP INDEX "payload_jobs_wait_until_idx";
  DROP INDEX "payload_jobs_processing_idx";
  ALTER TABLE "payload_jobs" ADD COLUMN "concurrency_key" varchar;
  ALTER TABLE "payload_jobs" ADD COLUMN "run_at" timestamp(3) with time zone;
  ALTER TABLE "payload_jobs" ADD COLUMN "started_at" timestamp(3) with time zone;
  ALTER TABLE "payload_jobs" ADD COLUMN "lease_owner" varchar;
  ALTER TABLE "payload_jobs" ADD COLUMN "lease_until" timestamp(3) with time zone;
  ALTER TABLE "payload_jobs" ADD COLUMN "fence" numeric DEFAULT 0;
  ALTER TABLE "payload_jobs" ADD COLUMN "crash_count" numeric DEFAULT 0;
  ALTER TABLE "payload_jobs" ADD COLUMN "dedupe_key" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  ALTER TABLE "payload_jobs" DROP COLUMN "concurrency_key";
  ALTER TABLE "payload_jobs" DROP COLUMN "run_at";
  ALTER TABLE "payload_jobs" DROP COLUMN "started_at";
  ALTER TABLE "payload_jobs" DROP COLUMN "lease_owner";
  ALTER TABLE "payload_jobs" DROP COLUMN "lease_until";
  ALTER TABLE "payload_jobs" DROP COLUMN "fence";
  ALTER TABLE "payload_jobs" DROP COLUMN "crash_count";
  ALTER TABLE "payload_jobs" DROP COLUMN "dedupe_key";`)
}
