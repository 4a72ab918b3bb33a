import { cn } from './cn'

interface PaginationProps {
  page: number
  totalPages: number
  /** Path of the list, with its query where it has one; page 1 is the path itself. */
  path: string
  /** Words of the steps to the page before and the page after. */
  steps?: { previous: string; next: string }
}

const stepsInTime = { previous: 'Newer', next: 'Older' }

/** Real links to the pages of a list: the first, the last and those around the present one. */
export function Pagination({ page, totalPages, path, steps = stepsInTime }: PaginationProps) {
  if (totalPages <= 1) return null
  return (
    <nav
      aria-label="Pages"
      className="mt-section flex items-center justify-between gap-4 border-t border-rule pt-6"
    >
      <Step label={steps.previous} rel="prev" href={page > 1 ? pageHref(path, page - 1) : null} arrow="←" />
      <ol className="flex flex-wrap items-center justify-center gap-1 text-sm">
        {shownPages(page, totalPages).map((shown, index, all) => (
          <li key={shown} className="flex items-center">
            {index > 0 && shown - (all[index - 1] ?? 0) > 1 && (
              <span aria-hidden="true" className="px-1 text-ink-soft">
                …
              </span>
            )}
            <a
              href={pageHref(path, shown)}
              aria-label={`Page ${shown}`}
              aria-current={shown === page ? 'page' : undefined}
              className={cn(
                'flex size-10 items-center justify-center rounded-md',
                shown === page ? 'bg-ink font-semibold text-paper' : 'hover:bg-paper-sunk',
              )}
            >
              {shown}
            </a>
          </li>
        ))}
      </ol>
      <Step
        label={steps.next}
        rel="next"
        href={page < totalPages ? pageHref(path, page + 1) : null}
        arrow="→"
      />
    </nav>
  )
}

function Step({
  label,
  rel,
  href,
  arrow,
}: {
  label: string
  rel: string
  href: string | null
  arrow: string
}) {
  const words = rel === 'prev' ? [arrow, label] : [label, arrow]
  const styles = 'hidden min-w-20 py-2 text-sm font-semibold sm:inline-block'
  if (!href) return <span aria-hidden="true" className={cn(styles, 'invisible')} />
  return (
    <a href={href} rel={rel} className={cn(styles, 'quiet-link', rel === 'next' && 'text-right')}>
      {words.join(' ')}
    </a>
  )
}

function pageHref(path: string, page: number): string {
  return page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`
}

function shownPages(page: number, totalPages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, totalPages]
  // A single page is no gap: its number takes no more room than the dots.
  if (page === 4) wanted.push(2)
  if (page === totalPages - 3) wanted.push(totalPages - 1)
  if (totalPages === 4) wanted.push(2, 3)
  return [...new Set(wanted)]
    .filter((shown) => shown >= 1 && shown <= totalPages)
    .sort((one, other) => one - other)
}
