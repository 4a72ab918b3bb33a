import { relativeTime } from '@/src/platform/admin/relativeTime'
import type { FailedJobs } from '../readFailedJobs'

/** Each failure in a sentence; its cause is one click away. */
export function FailedJobsNotice({ failed }: { failed: FailedJobs }) {
  const more = failed.total - failed.jobs.length
  return (
    <section aria-label="Failed jobs" className="mh-failed">
      <h2 className="mh-failed__title">
        {failed.total === 1 ? 'A job failed' : `${failed.total} jobs failed`} and will not be tried again
      </h2>
      <ul className="mh-failed__list">
        {failed.jobs.map(({ id, sentence, cause, input, failedAt }) => (
          <li key={id}>
            <details>
              <summary>
                {sentence} <time dateTime={failedAt}>{relativeTime(failedAt)}</time>
              </summary>
              <p className="mh-failed__cause">
                {cause} <span className="mh-failed__input">Given: {input}</span>
              </p>
            </details>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mh-failed__more">And {more} more.</p> : null}
    </section>
  )
}
