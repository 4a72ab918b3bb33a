import { automationTasks } from '@/src/domains/automation'
import { mediaTasks } from '@/src/domains/media'

/** Every kind of job, by domain. */
export const tasks = [...automationTasks, ...mediaTasks]
