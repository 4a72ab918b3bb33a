'use client'

import { useState } from 'react'
import type { ImportIssue } from '../../importing'
import type { Report } from './useImport'

/** What came, or would come: figures first, then what somebody should look at, errors before warnings. */
export function ImportReportView({ report, title }: { report: Report; title: string }) {
  const { documents, taxonomy, media, redirects, comments, links, apart = [], issues, issueCount } = report
  const rows: [string, string | number][] = [
    ['Found', documents.found],
    ['New', documents.imported],
    ['Updated', documents.updated],
    ['Unchanged', documents.unchanged],
    ['Left alone', documents.skipped],
    ['Failed', documents.failed],
    ['Categories, tags, authors', `${taxonomy.categories}, ${taxonomy.tags}, ${taxonomy.profiles}`],
    ['Media stored', media.stored],
    ['Redirects', redirects],
    ...(comments ? [['Comments put aside', comments] as [string, number]] : []),
    ['Links', `${links.found}, ${links.broken} without a target`],
    ...(apart.length > 0 ? [['Kept as private files', apart.join(', ')] as [string, string]] : []),
  ]
  return (
    <div className="mh-import__report">
      <h3>
        {title} <span className="mh-import__hint">{report.flavour}</span>
      </h3>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {[...groupsOf(issues)].map(([code, group]) => (
        <IssueGroup code={code} group={group} key={code} />
      ))}
      {issueCount > issues.length ? (
        <p className="mh-import__hint">
          The first {issues.length} of {issueCount} notes are shown.
        </p>
      ) : null}
    </div>
  )
}

const shownAtFirst = 5

function IssueGroup({ code, group }: { code: string; group: ImportIssue[] }) {
  const [isWhole, setWhole] = useState(false)
  const isError = group.some(({ severity }) => severity === 'error')
  const shown = isWhole ? group : group.slice(0, shownAtFirst)
  return (
    <section aria-label={code} className={`mh-import__group${isError ? ' mh-import__group--error' : ''}`}>
      <h4>
        {code} <span className="mh-import__hint">{group.length}</span>
      </h4>
      <ul>
        {shown.map(({ file, line, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no name and never move
          <li key={index}>
            <code>
              {file}
              {line === undefined ? '' : `:${line}`}
            </code>{' '}
            {message}
          </li>
        ))}
      </ul>
      {group.length > shown.length ? (
        <button className="mh-link-button" onClick={() => setWhole(true)} type="button">
          Show all {group.length}
        </button>
      ) : null}
    </section>
  )
}

function groupsOf(issues: ImportIssue[]): Map<string, ImportIssue[]> {
  const groups = new Map<string, ImportIssue[]>()
  for (const issue of issues) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue])
  return groups
}
