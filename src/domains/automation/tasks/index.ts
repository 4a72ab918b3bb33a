import { mailConfirmationTask } from './mailConfirmation'
import { pruneJobsTask } from './pruneJobs'
import { pruneSubscribersTask } from './pruneSubscribers'
import { sendNotificationTask } from './sendNotification'

export const automationTasks = [
  mailConfirmationTask,
  pruneJobsTask,
  pruneSubscribersTask,
  sendNotificationTask,
]
