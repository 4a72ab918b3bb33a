import { Link } from '@payloadcms/ui'
import { relativeTime } from '@/src/platform/admin/relativeTime'
import type { Failures } from '../readFailures'

/** Each failure in a sentence; its cause, and what can be done, are one click away. */
export function FailedJobsNotice({ adminRoute, failed }: { adminRoute: string; failed: Failures }) {
  const screen = `${adminRoute}/jobs?state=failed`
  const more = failed.total - failed.jobs.length
  return (
    <section aria-label="Failed jobs" className="mh-failed">
      <h2 className="mh-failed__title">
        {failed.total === 1 ? 'A job failed' : `${failed.total} jobs failed`} and will not be tried again
      </h2>
      <ul className="mh-failed__list">
        {failed.jobs.map(({ id, sentence, endedAt }) => (
          <li key={id}>
            <Link href={`${screen}&job=${id}`} prefetch={false}>
              {sentence}
            </Link>{' '}
            {endedAt ? <time dateTime={endedAt}>{relativeTime(endedAt)}</time> : null}
          </li>
        ))}
      </ul>
      <p className="mh-failed__more">
        {more > 0 ? `And ${more} more. ` : null}
        <Link href={screen} prefetch={false}>
          See why, and try again
        </Link>
      </p>
    </section>
  )
}
