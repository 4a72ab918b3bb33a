import { publishDocumentTask } from './publishDocument'
import { runImportTask } from './runImport'
import { submitToIndexNowTask } from './submitToIndexNow'

export const publishingTasks = [publishDocumentTask, runImportTask, submitToIndexNowTask]
