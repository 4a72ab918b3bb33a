import type { Maintenance } from '@/payload-types'
import { formatTime } from '@/src/domains/publishing/components/formatDate'

/** What visitors find meanwhile. */
export function MaintenancePage({ maintenance: { message, endsAt } }: { maintenance: Maintenance }) {
  return (
    <div className="shell flex min-h-[60dvh] flex-col items-center justify-center py-section text-center">
      <p className="label text-accent">Under maintenance</p>
      <h1 className="display mt-4 text-4xl">We are back soon</h1>
      <p className="mx-auto mt-5 max-w-prose font-serif text-lg whitespace-pre-line text-ink-soft">
        {message || 'Something is being mended behind the scenes. Nothing is lost.'}
      </p>
      {endsAt && (
        <p className="mt-6 border-t border-rule pt-5 text-sm">
          Expected back by <time dateTime={endsAt}>{formatTime(endsAt)}</time>
        </p>
      )}
    </div>
  )
}
