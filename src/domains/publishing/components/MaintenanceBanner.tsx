import type { Maintenance } from '@/payload-types'
import { formatTime } from './formatDate'

/** Announces a maintenance to come. */
export function MaintenanceBanner({ maintenance: { startsAt, message } }: { maintenance: Maintenance }) {
  return (
    <aside aria-label="Announcement" className="bg-warning-ground text-sm">
      <p className="shell py-2.5">
        {message || 'This site will be under maintenance.'}{' '}
        {startsAt && (
          <span className="text-ink-soft">
            From <time dateTime={startsAt}>{formatTime(startsAt)}</time>
          </span>
        )}
      </p>
    </aside>
  )
}
