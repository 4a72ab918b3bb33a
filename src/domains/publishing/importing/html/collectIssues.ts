import type { ImportIssue } from '../neutral'

export type Report = (code: string, message: string, line?: number) => void

const maxIssuesOfOneKind = 5

/** Gathers the warnings of one document: a few of each kind, since a hundred say no more than five. */
export function collectIssues(file: string, lineOffset = 0): { issues: ImportIssue[]; report: Report } {
  const issues: ImportIssue[] = []
  const report: Report = (code, message, line) => {
    const ofKind = issues.filter((issue) => issue.code === code)
    if (ofKind.length >= maxIssuesOfOneKind) return
    const at = line === undefined ? {} : { line: line + lineOffset }
    if (ofKind.some((issue) => issue.message === message && issue.line === at.line)) return
    issues.push({ code, severity: 'warning', file, message, ...at })
  }
  return { issues, report }
}
