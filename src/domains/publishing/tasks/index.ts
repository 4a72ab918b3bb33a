import { publishDocumentTask } from './publishDocument'

export const publishingTasks = [publishDocumentTask]
