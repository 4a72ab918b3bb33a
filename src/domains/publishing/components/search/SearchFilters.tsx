import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { searchPath } from '../../paths'
import type { Facet } from '../../search/nameFacets'
import { hasFilters, type SearchQuery } from './searchQuery'

interface SearchFiltersProps {
  query: SearchQuery
  facets: Facet[]
  /** Whether the numbers are of all results. */
  isExact: boolean
}

const groups = [
  { kind: 'category', title: 'Section' },
  { kind: 'tag', title: 'Tag' },
  { kind: 'author', title: 'Author' },
  { kind: 'year', title: 'Year' },
] as const

/** Ways to narrow the results, folded above them on a narrow window and beside them on a wide one. All are links. */
export function SearchFilters(props: SearchFiltersProps) {
  return (
    <>
      <ActiveFilters {...props} />
      <details className="group/filters border-y border-rule lg:hidden">
        <summary className="flex items-center justify-between py-3 text-sm font-semibold">
          Narrow the results
          <span aria-hidden="true" className="text-ink-soft group-open/filters:rotate-45">
            +
          </span>
        </summary>
        <nav aria-label="Filters" className="grid gap-x-8 pb-5 sm:grid-cols-2">
          <Groups {...props} />
        </nav>
      </details>
      <nav aria-label="Filters" className="hidden lg:block">
        <Groups {...props} />
      </nav>
    </>
  )
}

/** Beside the folded groups, so that nobody wonders where the other results are. */
function ActiveFilters({ query, facets }: SearchFiltersProps) {
  const active = groups.filter(({ kind }) => filterOf(query, kind) !== undefined)
  if (active.length === 0) return null
  return (
    <ul aria-label="Filters in force" className="mb-4 flex flex-wrap gap-2 text-sm lg:hidden">
      {active.map(({ kind }) => (
        <Undo key={kind} query={query} kind={kind} facets={facets.filter((facet) => facet.kind === kind)} />
      ))}
    </ul>
  )
}

function Groups({ query, facets, isExact }: SearchFiltersProps) {
  const isActive = ({ kind }: { kind: Facet['kind'] }) => filterOf(query, kind) !== undefined
  const ordered = [...groups.filter(isActive), ...groups.filter((group) => !isActive(group))]
  return (
    <>
      {ordered.map(({ kind, title }) => {
        const shown = facets.filter((facet) => facet.kind === kind)
        const isUsed = filterOf(query, kind) !== undefined
        // One way to narrow that narrows nothing is none.
        if (!isUsed && shown.length < 2) return null
        return (
          <Group key={kind} title={title}>
            {isUsed && <Undo query={query} kind={kind} facets={shown} />}
            {!isUsed &&
              shown.slice(0, 8).map((facet) => (
                <li key={facet.key}>
                  <a
                    href={searchPath({ ...query, ...asFilter(facet) })}
                    className="flex justify-between gap-3 py-1.5 text-ink-soft hover:text-ink"
                  >
                    <span className="min-w-0">{facet.name}</span>
                    {isExact && <span>{facet.articles}</span>}
                  </a>
                </li>
              ))}
          </Group>
        )
      })}
      <DateRange query={query} />
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-rule py-4 text-sm">
      <h2 className="label mb-1.5 text-ink-soft">{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

/** The filter in force, and the way back. */
function Undo({ query, kind, facets }: { query: SearchQuery; kind: Facet['kind']; facets: Facet[] }) {
  const value = filterOf(query, kind) ?? ''
  const name = facets.find(({ key }) => key === value)?.name ?? value
  const without = kind === 'year' ? { from: undefined, to: undefined } : { [kind]: undefined }
  return (
    <li>
      <a
        href={searchPath({ ...query, ...without })}
        aria-label={`Remove the filter ${name}`}
        className="flex items-center justify-between gap-3 rounded-md bg-paper-sunk px-3 py-2 font-semibold hover:bg-ink hover:text-paper"
      >
        {name} <X size={15} aria-hidden="true" />
      </a>
    </li>
  )
}

function DateRange({ query }: { query: SearchQuery }) {
  const { from, to, ...others } = query
  const field = 'mt-1 block h-10 w-full rounded-md border border-rule-strong bg-paper-raised px-2 text-sm'
  return (
    <form action={searchPath()} className="border-t border-rule py-4 text-sm sm:max-lg:col-span-2">
      {Object.entries(others).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-1">
        <label>
          <span className="label text-ink-soft">From</span>
          <input type="date" name="from" defaultValue={dayOf(from, '01-01')} className={field} />
        </label>
        <label>
          <span className="label text-ink-soft">To</span>
          <input type="date" name="to" defaultValue={dayOf(to, '12-31')} className={field} />
        </label>
      </div>
      <div className="mt-3 flex items-center gap-4">
        <button type="submit" className={buttonStyles({ variant: 'outline', size: 'sm' })}>
          Apply dates
        </button>
        {hasFilters(query) && (
          <a href={searchPath({ q: query.q })} className="quiet-link py-2 text-xs">
            Clear all
          </a>
        )}
      </div>
    </form>
  )
}

function filterOf(query: SearchQuery, kind: Facet['kind']): string | undefined {
  if (kind !== 'year') return query[kind]
  const { from, to } = query
  if (!from && !to) return undefined
  if (from === to) return from
  if (from && to) return `${from} to ${to}`
  return from ? `from ${from}` : `until ${to}`
}

function asFilter({ kind, key }: Facet): Partial<SearchQuery> {
  return kind === 'year' ? { from: key, to: key } : { [kind]: key }
}

/** A field of days shows a year by its first or last. */
function dayOf(text: string | undefined, monthAndDay: string): string | undefined {
  if (text === undefined || /^\d{4}-\d\d-\d\d$/.test(text)) return text
  return /^\d{4}$/.test(text) ? `${text}-${monthAndDay}` : undefined
}
