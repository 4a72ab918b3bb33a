import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What is planned for a document, found without reading the queue; and what somebody has not read yet. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index jobs_plan on payload_jobs ((input->>'collection'), (input->>'id'))
      where task_slug = 'publishDocument' and completed_at is null and (error->>'cancelled') is distinct from 'true';
    create index notifications_unread on notifications (user_id, created_at)
      where channel = 'in-app' and read_at is null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index notifications_unread;
    drop index jobs_plan;
  `)
}
