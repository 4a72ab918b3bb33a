import { CalendarClock, FilePenLine, LayoutDashboard, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownDocument, StaffBarFacts } from '../../findStaffBar'
import { formatTime } from '../formatDate'
import { LookAheadForm } from './LookAheadForm'

interface StaffBarProps {
  found: StaffBarFacts
  /** Of the page that it stands on. */
  path: string
  /** The page shows a draft. */
  isDraft?: boolean
  /** Visitors find the page of a maintenance. */
  isClosed?: boolean
}

/** What staff can do from a page of the site: edit what it shows, see its draft, look ahead. */
export function StaffBar({
  found: { document, lookingAheadTo, plan },
  path,
  isDraft = false,
  isClosed = false,
}: StaffBarProps) {
  return (
    <section
      aria-label="For staff"
      className="fixed inset-x-0 bottom-0 z-40 border-t border-paper/20 bg-ink text-xs text-paper print:hidden"
    >
      <div className="shell flex min-h-12 items-center gap-x-5 gap-y-1">
        {isClosed && (
          <a
            href="/admin/globals/maintenance"
            className="inline-flex min-h-9 items-center gap-2 rounded-md font-semibold whitespace-nowrap underline decoration-paper/40 underline-offset-4 hover:decoration-paper"
          >
            <TriangleAlert size={15} aria-hidden="true" className="shrink-0 text-mark" />
            <span>
              Closed<span className="max-sm:sr-only"> to visitors</span>
            </span>
          </a>
        )}
        <State document={document} isDraft={isDraft} lookingAheadTo={lookingAheadTo} />
        <div className="ml-auto flex items-center gap-1">
          {document && (
            <BarLink
              href={`/admin/collections/${document.collection}/${document.id}`}
              icon={<FilePenLine size={15} aria-hidden="true" />}
            >
              Edit this
            </BarLink>
          )}
          {document?.state === 'changed' && !isDraft && !lookingAheadTo && (
            <BarLink href={`/preview/${document.collection}/${document.id}`}>See the draft</BarLink>
          )}
          {(isDraft || lookingAheadTo) && (
            <BarLink
              href={`/preview/exit?path=${encodeURIComponent(document?.state === 'draft' ? '/' : path)}`}
              icon={<X size={15} aria-hidden="true" />}
            >
              What readers see now
            </BarLink>
          )}
          <LookAhead plan={plan} path={path} />
          <BarLink href="/admin" icon={<LayoutDashboard size={15} aria-hidden="true" />} isShort>
            Panel
          </BarLink>
        </div>
      </div>
    </section>
  )
}

const words = {
  published: 'Published',
  changed: 'Published, with changes to come',
  draft: 'Draft',
}

function State({
  document,
  isDraft,
  lookingAheadTo,
}: Pick<StaffBarFacts, 'document' | 'lookingAheadTo'> & { isDraft: boolean }) {
  if (lookingAheadTo)
    return (
      <p className="flex items-center gap-2 font-semibold">
        <CalendarClock size={15} aria-hidden="true" className="shrink-0" />
        <span>
          <span className="max-sm:sr-only">As it will be on </span>
          <time dateTime={lookingAheadTo.toISOString()}>{formatTime(lookingAheadTo.toISOString())}</time>
        </span>
      </p>
    )
  const state: ShownDocument['state'] = isDraft ? 'draft' : (document?.state ?? null)
  if (!state) return null
  return (
    <p className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${state === 'published' ? 'bg-tip-ground' : 'bg-mark'}`}
      />
      <span className="max-sm:sr-only">
        {words[state]}
        {isDraft && ': readers do not see it'}
      </span>
    </p>
  )
}

function BarLink({
  href,
  icon,
  isShort = false,
  children,
}: {
  href: string
  icon?: ReactNode
  isShort?: boolean
  children: ReactNode
}) {
  return (
    <a
      href={href}
      className="inline-flex min-h-9 items-center gap-2 rounded-md px-2.5 font-medium whitespace-nowrap hover:bg-paper/15"
    >
      {icon}
      <span className={isShort ? 'max-sm:sr-only' : undefined}>{children}</span>
    </a>
  )
}

function LookAhead({ plan, path }: Pick<StaffBarFacts, 'plan'> & { path: string }) {
  return (
    <details className="relative">
      <summary className="inline-flex min-h-9 items-center gap-2 rounded-md px-2.5 font-medium whitespace-nowrap hover:bg-paper/15">
        <CalendarClock size={15} aria-hidden="true" />
        <span className="max-sm:sr-only">Look ahead</span>
      </summary>
      <div className="absolute right-0 bottom-full mb-2 w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-paper/20 bg-ink p-4 shadow-xl max-sm:-right-10">
        <p className="mb-3 leading-snug">See the site as it will be, with what is planned until then.</p>
        <LookAheadForm path={path} />
        {plan.length > 0 && (
          <ul className="mt-4 border-t border-paper/20 pt-2">
            {plan.map(({ jobId, at, title, action }) => (
              <li key={jobId}>
                <a
                  href={`/preview/at?at=${encodeURIComponent(at)}&path=${encodeURIComponent(path)}`}
                  className="block rounded-md px-2 py-1.5 hover:bg-paper/15"
                >
                  <span className="block text-paper/80">
                    {formatTime(at)} · {action === 'publish' ? 'appears' : 'is withdrawn'}
                  </span>
                  <span className="block truncate font-medium">{title || 'Untitled'}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
