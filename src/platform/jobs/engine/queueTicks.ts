import { Cron } from 'croner'
import type pg from 'pg'
import type { ScheduleEntry } from '../schedule'

export interface DueTick {
  entry: ScheduleEntry
  queue: string
}

/**
 * Queues each entry whose last tick was not queued yet: once, however many ticks were missed and however many
 * schedulers ask. An entry that is new waits for its next tick.
 * @returns names of the entries that were queued.
 */
export async function queueTicks(pool: pg.Pool, entries: DueTick[]): Promise<string[]> {
  const { rows } = await pool.query<{ now: Date }>('select now()')
  const now = rows[0]?.now ?? new Date()
  const ticks = entries.flatMap(({ entry, queue }) => {
    const [tick] = new Cron(entry.cron, { timezone: 'UTC' }).previousRuns(1, now)
    return tick
      ? [{ name: entry.name, at: tick.toISOString(), task: entry.task, queue, input: entry.input }]
      : []
  })
  if (ticks.length === 0) return []
  const queued = await pool.query<{ name: string }>(
    `with tick as (
       select * from jsonb_to_recordset($1::jsonb) as t(name text, at timestamptz, task text, queue text, input jsonb)
     ), before as (
       select s.name from job_schedules s
     ), told as (
       insert into job_schedules (name, last_tick) select name, at from tick
       on conflict (name) do update set last_tick = excluded.last_tick
         where job_schedules.last_tick < excluded.last_tick
       returning name
     )
     insert into payload_jobs (id, task_slug, queue, input, dedupe_key)
     select gen_random_uuid(), tick.task, tick.queue, tick.input, format('tick:%s:%s', tick.name, extract(epoch from tick.at)::bigint)
     from tick join told using (name) join before using (name)
     on conflict (dedupe_key) where dedupe_key is not null do nothing
     returning split_part(dedupe_key, ':', 2) as name`,
    [JSON.stringify(ticks)],
  )
  return queued.rows.map(({ name }) => name)
}

/** Milliseconds from now until any entry's next tick. */
export function untilNextTick(entries: DueTick[], now: Date): number {
  const next = entries.flatMap(({ entry }) => new Cron(entry.cron, { timezone: 'UTC' }).nextRun(now) ?? [])
  return Math.min(...next.map((at) => at.getTime() - now.getTime()))
}
