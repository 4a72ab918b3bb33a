import { Link } from '@payloadcms/ui'
import { relativeTime } from '@/src/platform/admin/relativeTime'
import { StatusBadge } from '@/src/platform/admin/StatusBadge'
import type { DocumentLines } from '../readAttention'

interface DocumentListProps {
  adminRoute: string
  title: string
  documents: DocumentLines
  /** Said when there are none. */
  empty: string
  /** The list that shows all of them. */
  href?: string
}

export function DocumentList({ adminRoute, title, documents, empty, href }: DocumentListProps) {
  const { lines, total } = documents
  return (
    <section className="mh-card">
      <header className="mh-card__head">
        <h2 className="mh-card__title">
          {title}
          {href && total > 0 ? <span className="mh-card__count">{total}</span> : null}
        </h2>
        {href && total > lines.length ? (
          <Link className="mh-card__link" href={`${adminRoute}${href}`} prefetch={false}>
            See all
          </Link>
        ) : null}
      </header>
      {lines.length === 0 ? <p className="mh-card__empty">{empty}</p> : null}
      <ul className="mh-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <Link
              className="mh-line"
              href={`${adminRoute}/collections/${line.collection}/${line.id}`}
              prefetch={false}
            >
              <span className="mh-line__title">{line.title}</span>
              <span>
                <StatusBadge plan={line.plan} state={line.state} />
              </span>
              <span className="mh-line__facts">
                <span className="mh-line__who">
                  {line.collection === 'pages' ? 'Page' : line.authors.join(', ') || 'No author'}
                </span>
                {' · '}
                <time dateTime={line.updatedAt}>{relativeTime(line.updatedAt)}</time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
