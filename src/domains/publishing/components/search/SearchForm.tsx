import { Search } from 'lucide-react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { searchPath } from '../../paths'
import { longestQuery } from '../../search/schemas'
import type { SearchQuery } from './searchQuery'

/** The box of the search, which keeps the filters. Works without a script. */
export function SearchForm({ query, isFirst = false }: { query: SearchQuery; isFirst?: boolean }) {
  const { q, ...filters } = query
  return (
    <search>
      <form action={searchPath()} className="flex items-stretch gap-2">
        <div className="relative min-w-0 grow">
          <Search
            size={20}
            aria-hidden="true"
            className="pointer-events-none absolute left-4 top-1/2 -translate-y-1/2 text-ink-soft"
          />
          <input
            type="search"
            name="q"
            aria-label="Search articles"
            placeholder="Words, a name, “a phrase”"
            defaultValue={q}
            maxLength={longestQuery}
            required
            autoComplete="off"
            enterKeyHint="search"
            // biome-ignore lint/a11y/noAutofocus: whoever opens the empty search page came to type
            autoFocus={isFirst}
            className="headline h-14 w-full rounded-md border border-rule-strong bg-paper-raised pl-12 pr-4 text-lg placeholder:font-sans placeholder:text-md placeholder:font-normal placeholder:text-ink-soft [&::-webkit-search-cancel-button]:hidden"
          />
        </div>
        {Object.entries(filters).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <button type="submit" className={buttonStyles({ className: 'h-14 px-4 sm:px-7' })}>
          <Search size={20} aria-hidden="true" className="sm:hidden" />
          <span className="max-sm:sr-only">Search</span>
        </button>
      </form>
    </search>
  )
}
