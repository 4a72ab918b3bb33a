import type { SanitizedConfig } from 'payload'
import type { Task } from './task'

/** The tasks of the configuration, with what we added to Payload's own definition. */
export function tasksOf({
  jobs,
}: Pick<SanitizedConfig, 'jobs'>): Pick<Task, 'slug' | 'queue' | 'whenGivenUp'>[] {
  return (jobs?.tasks ?? []) as unknown as Task[]
}
