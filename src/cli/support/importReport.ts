import type { ImportReport } from '@/src/domains/publishing/importing'
import { duration, paint, say } from './say'

/** Lines of one kind of issue before the rest is only counted; the JSON report has all. */
const shownOfOneKind = 5

export function showReport({
  documents,
  taxonomy,
  media,
  links,
  redirects,
  issues,
  durationMs,
  ...about
}: ImportReport): void {
  const rate = documents.found / Math.max(0.001, durationMs / 1000)
  say.line()
  if (about.isDryRun) say.warning('Dry run: nothing was written.')
  say.line(
    `${documents.found} documents (${about.flavour}) in ${duration(durationMs)}, ${rate.toFixed(1)} a second`,
  )
  say.line(
    `  imported ${documents.imported} · updated ${documents.updated} · unchanged ${documents.unchanged} · skipped ${documents.skipped} · failed ${documents.failed}`,
  )
  say.line(
    `  new: ${taxonomy.categories} categories, ${taxonomy.tags} tags, ${taxonomy.profiles} authors, ${redirects} redirects`,
  )
  say.line(`  media: ${media.stored} stored, ${media.reused} known already`)
  say.line(
    `  links: ${links.found}, of which ${links.rewritten} rewritten, ${links.toOriginalSite} to the original site, ${links.broken} without a target`,
  )
  for (const [code, group] of grouped(issues)) {
    const isError = group.some(({ severity }) => severity === 'error')
    say.line()
    say.line(paint(isError ? 'red' : 'yellow', `${code} (${group.length})`))
    for (const { file, line, message } of group.slice(0, shownOfOneKind)) {
      say.line(`  ${file}${line === undefined ? '' : `:${line}`}  ${message}`)
    }
    if (group.length > shownOfOneKind)
      say.quiet(`  … and ${group.length - shownOfOneKind} more: --report file.json has them all`)
  }
}

function grouped(issues: ImportReport['issues']): Map<string, ImportReport['issues']> {
  const groups = new Map<string, ImportReport['issues']>()
  for (const issue of issues) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue])
  return groups
}
