import type { Maintenance } from '@/payload-types'
import { formatTime } from './formatDate'

/** Announces a maintenance to come. */
export function MaintenanceBanner({ maintenance }: { maintenance: Maintenance }) {
  const { startsAt, endsAt, message } = maintenance
  return (
    <aside aria-label="Announcement" className="bg-warning-ground text-sm">
      <p className="shell py-2.5">
        <span className="font-semibold">Maintenance</span>
        {startsAt && (
          <>
            {' from '}
            <time dateTime={startsAt}>{formatTime(startsAt)}</time>
          </>
        )}
        {endsAt && (
          <>
            {' to '}
            <time dateTime={endsAt}>{formatTime(endsAt)}</time>
          </>
        )}
        {'. '}
        <span className="text-ink-soft">{message || 'The site cannot be read meanwhile.'}</span>
      </p>
    </aside>
  )
}
