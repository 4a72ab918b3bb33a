import type { ImportIssue } from './neutral'

export type ImportReport = {
  importer: string
  source: string
  flavour: string
  isDryRun: boolean
  documents: {
    found: number
    imported: number
    updated: number
    unchanged: number
    skipped: number
    failed: number
  }
  taxonomy: { categories: number; tags: number; profiles: number }
  media: { stored: number; reused: number }
  redirects: number
  /** Readers' comments that were put aside. */
  comments: number
  /** Settings, menus and market quotes that came out of an export of ours. */
  others?: number
  /** Private files in which data without a place here is kept. */
  apart?: string[]
  links: { found: number; rewritten: number; toOriginalSite: number; broken: number }
  /** Errors first, then what was skipped, then warnings. */
  issues: ImportIssue[]
  durationMs: number
}

export type Outcome = 'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed'

export type ImportProgress = { done: number; total: number; file: string; outcome: Outcome }

export function emptyReport(source: {
  importer: string
  source: string
  flavour: string
  isDryRun: boolean
}): ImportReport {
  return {
    ...source,
    documents: { found: 0, imported: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 },
    taxonomy: { categories: 0, tags: 0, profiles: 0 },
    media: { stored: 0, reused: 0 },
    redirects: 0,
    comments: 0,
    links: { found: 0, rewritten: 0, toOriginalSite: 0, broken: 0 },
    issues: [],
    durationMs: 0,
  }
}

const severityOrder = { error: 0, warning: 1 }

export function sortIssues(issues: ImportIssue[]): ImportIssue[] {
  return [...issues].sort(
    (a, b) =>
      severityOrder[a.severity] - severityOrder[b.severity] ||
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0),
  )
}
