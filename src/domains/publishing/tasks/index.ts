import { mailContactMessageTask } from './mailContactMessage'
import { publishDocumentTask } from './publishDocument'
import { runImportTask } from './runImport'
import { submitToIndexNowTask } from './submitToIndexNow'

export const publishingTasks = [
  mailContactMessageTask,
  publishDocumentTask,
  runImportTask,
  submitToIndexNowTask,
]
