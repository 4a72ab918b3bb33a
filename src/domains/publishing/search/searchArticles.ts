import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { type ArticleSummary, mediaSelect, summarySelect } from '../listArticles'
import { articlePath } from '../paths'
import { readForecast } from '../readForecast'
import { catchUp } from './catchUp'
import { correctQuery } from './correctQuery'
import { type Filters, findMatches, type Matches } from './findMatches'
import { findTopics, type Topic } from './findTopics'
import { markWords, type TextPart } from './markWords'
import { type Facet, nameFacets } from './nameFacets'
import { readFilters } from './readFilters'
import { type LanguageQuery, readQueries } from './readQueries'
import { type Reach, readReach } from './readReach'
import type { SearchInput } from './schemas'
import { wordsOf } from './words'

export interface FoundArticle extends ArticleSummary {
  path: string
  /** The title with the words that were searched for marked in it. */
  titleParts: TextPart[]
  snippet: TextPart[]
}

export interface SearchResult {
  query: string
  /** What was searched for instead, as no article has the words of the query. */
  correctedQuery: string | null
  /** `some` where no article has all the words. */
  matches: 'all' | 'some'
  docs: FoundArticle[]
  /** Sections, labels and people of that name. */
  topics: Topic[]
  totalDocs: number
  /** False where there may be more than `totalDocs`: phrases and exclusions are looked for in the newest articles only. */
  isTotalExact: boolean
  limit: number
  page: number
  /** Of what can be paged through: the best of very many. */
  totalPages: number
  hasNextPage: boolean
  hasPrevPage: boolean
  /** Where asked for: of what can be paged through, how much belongs to which section, label, author and year. */
  facets?: Facet[]
}

interface Attempt extends Matches {
  query: string
  queries: LanguageQuery[]
  topics: Topic[]
}

interface Conditions {
  input: SearchInput
  filters: Filters
  reach: Reach
  /** Articles that will be withdrawn by the moment that staff look ahead to. */
  withdrawn: string[]
}

/**
 * Published articles that fit a query, the best first. Texts that the caller may not read are neither searched nor
 * shown. Where nothing fits, slips of the hand are corrected, and then some of the words are enough.
 */
export async function searchArticles(req: PayloadRequest, input: SearchInput): Promise<SearchResult> {
  await catchUp(req)
  const conditions = {
    input,
    filters: await readFilters(req, input),
    reach: await readReach(req),
    withdrawn: [...((await readForecast(req, 'content'))?.disappearing ?? [])],
  }
  const literal = await attempt(req, conditions, input.q)
  const corrected = isEmpty(literal) ? await attemptCorrected(req, conditions) : undefined
  const best = corrected && !isEmpty(corrected) ? corrected : literal
  const partial = isEmpty(best) ? await attemptSome(req, conditions, corrected?.query ?? input.q) : undefined
  const shown = partial && !isEmpty(partial) ? partial : best
  const { page, limit } = input
  const totalPages = Math.ceil(shown.reachable / limit)
  return {
    query: input.q,
    correctedQuery: corrected && !isEmpty(shown) && shown !== literal ? corrected.query : null,
    matches: shown === partial ? 'some' : 'all',
    docs: await loadArticles(req, shown),
    topics: shown.topics,
    totalDocs: shown.total,
    isTotalExact: shown.isExact,
    limit,
    page,
    totalPages,
    hasNextPage: page < totalPages,
    hasPrevPage: page > 1 && totalPages > 0,
    ...(input.isDivided ? { facets: await nameFacets(req, shown.parts) } : {}),
  }
}

async function attempt(
  req: PayloadRequest,
  { input, filters, reach, withdrawn }: Conditions,
  query: string,
): Promise<Attempt> {
  const { locale, isPrefix, isDivided, page, limit } = input
  const queries = await readQueries(req, { q: query, locale, isPrefix })
  const topics = await findTopics(req, { q: query, isPrefix })
  const found = await findMatches(req, {
    queries,
    reach,
    filters,
    withdrawn,
    topics: topics.map(({ id }) => id),
    page,
    limit,
    isDivided,
  })
  return { ...found, query, queries, topics }
}

async function attemptCorrected(req: PayloadRequest, conditions: Conditions): Promise<Attempt | undefined> {
  const { q, locale } = conditions.input
  const queries = await readQueries(req, { q, locale, isPrefix: false })
  const configurations = queries.map(({ configuration }) => configuration)
  const query = await correctQuery(req, { q, configurations })
  return query === null ? undefined : attempt(req, conditions, query)
}

async function attemptSome(
  req: PayloadRequest,
  conditions: Conditions,
  query: string,
): Promise<Attempt | undefined> {
  const words = wordsOf(query)
  // Who quotes or excludes something knows what is wanted.
  const isExact = query.includes('"') || words.some(({ isExcluded }) => isExcluded)
  if (words.length < 2 || isExact) return undefined
  const some = words.map(({ text }) => text).join(' or ')
  const tried = await attempt(req, conditions, some)
  return { ...tried, query }
}

function isEmpty({ total }: Attempt): boolean {
  return total === 0
}

async function loadArticles(
  req: PayloadRequest,
  { ids, wholeIds, queries }: Attempt,
): Promise<FoundArticle[]> {
  if (ids.length === 0) return []
  const marks = await markWords(req, { ids, wholeIds, queries })
  const { docs } = await req.payload.find({
    collection: 'content',
    where: {
      and: [{ id: { in: ids } }, { _status: { equals: 'published' } }, { archivedAt: { exists: false } }],
    },
    select: summarySelect,
    populate: { media: mediaSelect },
    depth: 1,
    pagination: false,
    limit: ids.length,
    ...asUser(req),
  })
  return ids.flatMap((id) => {
    const doc = docs.find((each) => each.id === id)
    const marked = marks.get(id)
    return doc && marked
      ? [{ ...doc, path: articlePath(doc), titleParts: marked.title, snippet: marked.snippet }]
      : []
  })
}
