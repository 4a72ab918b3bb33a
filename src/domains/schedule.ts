import type { ScheduleEntry } from '@/src/platform/jobs/schedule'

/** What happens by the clock. UTC; a tick that nobody was there for is caught up once. */
export const schedule: ScheduleEntry[] = [
  { name: 'pruneJobs', cron: '17 3 * * *', task: 'pruneJobs', input: {} },
  { name: 'pruneSubscribers', cron: '37 3 * * *', task: 'pruneSubscribers', input: {} },
]
