export { type ImportInput, importContent } from './importContent'
export type { ImportIssue } from './neutral'
export type { ImportProgress, ImportReport } from './report'
