import type { Metadata } from 'next'
import { SearchForm } from '@/src/domains/publishing/components/search/SearchForm'
import { SearchResults } from '@/src/domains/publishing/components/search/SearchResults'
import { SearchStart } from '@/src/domains/publishing/components/search/SearchStart'
import {
  hasFilters,
  readSearchQuery,
  type SearchQuery,
} from '@/src/domains/publishing/components/search/searchQuery'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { listCategories } from '@/src/domains/publishing/listCategories'
import { searchPath } from '@/src/domains/publishing/paths'
import { SearchInput } from '@/src/domains/publishing/search/schemas'
import { type SearchResult, searchArticles } from '@/src/domains/publishing/search/searchArticles'
import { setPageStatus } from '@/src/platform/http/setPageStatus'
import { readPageNumber, refusePageBeyond, type SearchParams } from '../addresses'
import { pageMetadata } from '../pageMetadata'
import { siteMetadata } from '../siteMetadata'
import { sitePage } from '../sitePage'
import { visitorRequest } from '../visitorRequest'

interface Props {
  searchParams: SearchParams
}

const latestArticles = 4

export const generateMetadata = siteMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const { q } = readSearchQuery(await searchParams)
  return pageMetadata({
    title: q ? `Search: ${q.slice(0, 60)}` : 'Search',
    path: searchPath(),
    noindex: true,
  })
})

export default sitePage(async function SearchPage({ searchParams }: Props) {
  const given = await searchParams
  const query = readSearchQuery(given)
  const { result, complaint } = await resultOf(query, readPageNumber(given.page))
  if (result) refusePageBeyond({ page: result.page, totalPages: result.totalPages })
  const isFound = result !== undefined && result.docs.length > 0
  return (
    <div className="shell">
      <div className="py-8 sm:py-12">
        <h1 className="display text-3xl">{query.q ? `Search: ${query.q.slice(0, 60)}` : 'Search'}</h1>
        <div className="mt-6">
          <SearchForm query={query} isFirst={query.q === ''} />
        </div>
        {!isFound && <Answer query={query} result={result} complaint={complaint} />}
      </div>
      {isFound ? <SearchResults query={query} result={result} /> : <Start />}
    </div>
  )
})

/** What was found, or why nothing was looked for. */
async function resultOf(
  query: SearchQuery,
  page: number,
): Promise<{ result?: SearchResult; complaint?: string }> {
  if (query.q === '') return {}
  const input = SearchInput.safeParse({ ...query, page, facets: 'true' })
  if (input.success) return { result: await searchArticles(await visitorRequest(), input.data) }
  setPageStatus(400)
  return { complaint: input.error.issues[0]?.message }
}

interface AnswerProps {
  query: SearchQuery
  result: SearchResult | undefined
  complaint: string | undefined
}

function Answer({ query, result, complaint }: AnswerProps) {
  if (complaint) return <p className="mt-4 font-serif text-lg">{complaint}</p>
  if (!result) {
    return (
      <p className="mt-4 text-sm text-ink-soft">
        Put “words in quotes” to find them side by side, and a - before a word to leave it out.
      </p>
    )
  }
  return (
    <div className="mt-6 max-w-prose font-serif text-lg">
      <p>
        Nothing was found for “{query.q}”{hasFilters(query) && ' with these filters'}.
      </p>
      <p className="mt-2 text-md text-ink-soft">
        {hasFilters(query) ? (
          <>
            <a href={searchPath({ q: query.q })} className="text-link underline">
              Search without the filters
            </a>
            , or try fewer words.
          </>
        ) : (
          'Try fewer words or other ones, or look around below.'
        )}
      </p>
    </div>
  )
}

async function Start() {
  const req = await visitorRequest()
  const [{ articles }, categories] = await Promise.all([
    listArticles(req, { limit: latestArticles, isCounted: false }),
    listCategories(req),
  ])
  return <SearchStart latest={articles} sections={categories.filter(({ parent }) => parent === null)} />
}
