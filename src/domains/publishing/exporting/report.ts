import type { ArchiveRecord } from './archiveFormat'

export type ExportReport = {
  form: 'json' | 'markdown' | 'csv'
  target: string
  records: Partial<Record<ArchiveRecord['kind'], number>>
  drafts: number
  mediaFiles: number
  /** Files of media that the storage no longer has. */
  missingFiles: string[]
  /** Parts that Markdown cannot say and that stand in it as nodes of the editor. */
  nodesKept?: number
  bytes: number
  durationMs: number
}

export type ExportProgress = { done: number; total: number; kind: ArchiveRecord['kind'] }

export function emptyExport(form: ExportReport['form'], target: string): ExportReport {
  return { form, target, records: {}, drafts: 0, mediaFiles: 0, missingFiles: [], bytes: 0, durationMs: 0 }
}

export function countRecord(report: ExportReport, { kind, draft }: ArchiveRecord): void {
  report.records[kind] = (report.records[kind] ?? 0) + 1
  if (draft) report.drafts += 1
}
