import { cn } from '@/src/components/cn'
import type { ArchiveMonth } from '../listArchiveMonths'
import { archivePath } from '../paths'
import { monthName } from './formatDate'

interface ArchiveMonthsProps {
  months: ArchiveMonth[]
  /** Where the reader is. */
  path: string
  /** The year that stands open, else the newest. */
  year?: number
}

/** Years that fold, each with its months and how much they hold. */
export function ArchiveMonths({ months, path, year }: ArchiveMonthsProps) {
  const years = [...new Set(months.map((month) => month.year))]
  const openYear = year ?? years[0]
  return (
    <nav aria-label="Archive by date" className="text-sm">
      {years.map((shown) => (
        <details
          key={shown}
          open={shown === openYear}
          className="group/year border-t border-rule last:border-b"
        >
          <summary className="flex items-center justify-between py-3 font-semibold">
            {shown}
            <span aria-hidden="true" className="text-ink-soft group-open/year:rotate-45">
              +
            </span>
          </summary>
          <ul className="pb-3">
            <Row href={archivePath(shown)} label="Whole year" path={path} />
            {months
              .filter((month) => month.year === shown)
              .map(({ month, articles }) => (
                <Row
                  key={month}
                  href={archivePath(shown, month)}
                  label={monthName(month)}
                  count={articles}
                  path={path}
                />
              ))}
          </ul>
        </details>
      ))}
    </nav>
  )
}

function Row({ href, label, count, path }: { href: string; label: string; count?: number; path: string }) {
  const isHere = href === path
  return (
    <li>
      <a
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className={cn(
          'flex justify-between py-1.5 text-ink-soft hover:text-ink',
          isHere && 'font-semibold text-ink',
        )}
      >
        {label}
        {count !== undefined && <span>{count}</span>}
      </a>
    </li>
  )
}
