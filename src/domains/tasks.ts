import { automationTasks } from '@/src/domains/automation'
import { mediaTasks } from '@/src/domains/media'
import { publishingTasks } from '@/src/domains/publishing'

/** Every kind of job, by domain. */
export const tasks = [...automationTasks, ...mediaTasks, ...publishingTasks]
