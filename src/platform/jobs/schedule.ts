/** One line of the schedule: a job queued at each tick. */
export interface ScheduleEntry {
  /** Unique: ticks are remembered by it. */
  name: string
  /** Five or six fields, in UTC. */
  cron: string
  task: string
  input: Record<string, unknown>
}
