import { pruneJobsTask } from './pruneJobs'
import { sendNotificationTask } from './sendNotification'

export const automationTasks = [pruneJobsTask, sendNotificationTask]
