export { type ExportCsvInput, exportCsv, type TableName, tables } from './exportCsv'
export { type ExportJsonInput, exportJson } from './exportJson'
export { type ExportMarkdownInput, exportMarkdown } from './exportMarkdown'
export type { ExportProgress, ExportReport } from './report'
