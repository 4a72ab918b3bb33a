export { type ImportFolderInput, importFolder } from './importFolder'
export type { ImportIssue } from './neutral'
export type { ImportProgress, ImportReport } from './report'
