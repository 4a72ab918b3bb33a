import { Pagination } from '@/src/components/Pagination'
import { searchPath } from '../../paths'
import type { SearchResult } from '../../search/searchArticles'
import { SearchFilters } from './SearchFilters'
import { SearchResultCard } from './SearchResultCard'
import type { SearchQuery } from './searchQuery'
import { TopicLinks } from './TopicLinks'

/** What was found, how much, and how to narrow it. */
export function SearchResults({ query, result }: { query: SearchQuery; result: SearchResult }) {
  return (
    <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="lg:pt-1">
        <SearchFilters query={query} facets={result.facets ?? []} isExact={result.isTotalExact} />
      </div>
      <div className="min-w-0">
        <TopicLinks topics={result.topics} />
        <p className="pb-4 text-sm text-ink-soft">
          <Count result={result} /> <Correction query={query} result={result} />
        </p>
        <ul className="divide-y divide-rule border-t border-rule-strong">
          {result.docs.map((article) => (
            <li key={article.id} className="py-6">
              <SearchResultCard article={article} />
            </li>
          ))}
        </ul>
        <Pagination
          page={result.page}
          totalPages={result.totalPages}
          path={searchPath({ ...query })}
          steps={{ previous: 'Previous', next: 'Next' }}
        />
      </div>
    </div>
  )
}

function Count({ result: { totalDocs, isTotalExact } }: { result: SearchResult }) {
  if (!isTotalExact) return `More than ${new Intl.NumberFormat('en').format(floorOf(totalDocs))} articles.`
  return totalDocs === 1 ? 'One article.' : `${new Intl.NumberFormat('en').format(totalDocs)} articles.`
}

/** Counted to just above a round number. */
function floorOf(total: number): number {
  const step = 10 ** Math.max(0, String(total).length - 1)
  return Math.floor((total - 1) / step) * step
}

function Correction({ query, result }: { query: SearchQuery; result: SearchResult }) {
  const { correctedQuery, matches } = result
  return (
    <>
      {correctedQuery && (
        <>
          Nothing has “{query.q}”, so these are for{' '}
          <a href={searchPath({ ...query, q: correctedQuery })} className="font-semibold text-ink underline">
            {correctedQuery}
          </a>
          .{' '}
        </>
      )}
      {matches === 'some' && 'No article has all of the words; these have some of them.'}
    </>
  )
}
