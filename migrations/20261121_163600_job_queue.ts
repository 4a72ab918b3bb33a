import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What makes the queue safe and quick: when a job is due by the database's clock, indexes of what may be claimed,
 * one running job a concurrency key, a word to the workers at each commit, and the tables beside the jobs.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    update payload_jobs set run_at = coalesce(wait_until, created_at);
    update payload_jobs set fence = 0 where fence is null;
    update payload_jobs set crash_count = 0 where crash_count is null;
    alter table payload_jobs alter column run_at set default now();

    create function job_due_at() returns trigger language plpgsql as $$
    begin
      new.run_at := coalesce(new.wait_until, now());
      return new;
    end $$;
    create trigger job_due_at_first before insert on payload_jobs
      for each row when (new.wait_until is not null) execute function job_due_at();
    create trigger job_due_at_again before update of wait_until on payload_jobs
      for each row when (new.wait_until is distinct from old.wait_until) execute function job_due_at();

    create function job_wake() returns trigger language plpgsql as $$
    begin
      perform pg_notify('masthead_jobs', queue) from (select distinct queue from queued) as queues;
      return null;
    end $$;
    create trigger job_wake after insert on payload_jobs referencing new table as queued
      for each statement execute function job_wake();

    create index jobs_due on payload_jobs (queue, run_at)
      where processing is not true and completed_at is null and has_error is not true;
    create index jobs_running on payload_jobs (lease_until) where processing;
    create index jobs_failed on payload_jobs (updated_at) where has_error;
    create unique index jobs_one_running_a_key on payload_jobs (concurrency_key)
      where processing and concurrency_key is not null;
    create unique index jobs_dedupe on payload_jobs (dedupe_key) where dedupe_key is not null;

    create table job_workers (
      id uuid primary key,
      host text not null,
      pid integer not null,
      queues text[] not null,
      concurrency integer not null,
      running integer not null default 0,
      state text not null default 'working',
      started_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    create table job_schedules (
      name text primary key,
      last_tick timestamptz not null
    );
    create table job_effects (
      job_id uuid not null references payload_jobs (id) on delete cascade,
      key text not null,
      output jsonb,
      at timestamptz not null default now(),
      primary key (job_id, key)
    );
    create table job_totals (
      task text not null,
      queue text not null,
      outcome text not null,
      jobs bigint not null default 0,
      seconds double precision not null default 0,
      buckets bigint[] not null,
      primary key (task, queue, outcome)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table job_totals;
    drop table job_effects;
    drop table job_schedules;
    drop table job_workers;
    drop index jobs_dedupe;
    drop index jobs_one_running_a_key;
    drop index jobs_failed;
    drop index jobs_running;
    drop index jobs_due;
    drop trigger job_wake on payload_jobs;
    drop function job_wake();
    drop trigger job_due_at_again on payload_jobs;
    drop trigger job_due_at_first on payload_jobs;
    drop function job_due_at();
    alter table payload_jobs alter column run_at drop default;
  `)
}
