import { Link } from '@payloadcms/ui'
import type { ScheduledJob } from '@/src/domains/publishing'
import { LocalTime } from '@/src/platform/admin/LocalTime'

/** Planned publications that failed for good, for those who may not see the queue: why, and where to plan anew. */
export function UnpublishedNotice({ adminRoute, jobs }: { adminRoute: string; jobs: ScheduledJob[] }) {
  return (
    <section aria-label="Failed publications" className="mh-failed">
      <h2 className="mh-failed__title">Planned, but not done</h2>
      <ul className="mh-failed__list">
        {jobs.map(({ jobId, collection, id, title, action, at, failure }) => (
          <li key={jobId}>
            <Link href={`${adminRoute}/collections/${collection}/${id}`} prefetch={false}>
              “{title || 'Untitled'}” could not be {action === 'publish' ? 'published' : 'withdrawn'}
            </Link>{' '}
            on <LocalTime at={at} />: {failure?.message}
          </li>
        ))}
      </ul>
      <p className="mh-failed__more">Open the document to plan it anew; an administrator can try it again.</p>
    </section>
  )
}
