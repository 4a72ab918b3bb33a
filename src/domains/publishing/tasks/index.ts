import { publishDocumentTask } from './publishDocument'
import { runImportTask } from './runImport'

export const publishingTasks = [publishDocumentTask, runImportTask]
