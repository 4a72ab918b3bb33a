import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import type { LanguageQuery } from './readQueries'
import type { Reach } from './readReach'

type SQL = ReturnType<typeof sql>

/** Ids that an article must have one of each of. */
export interface Filters {
  categories?: string[]
  tags?: string[]
  authors?: string[]
  from?: Date
  before?: Date
}

export interface Matches {
  /** Articles of the page, the best first. */
  ids: string[]
  /** Those of them that the caller may read whole. */
  wholeIds: string[]
  total: number
  /** False when there are more than were counted. */
  isExact: boolean
  /** How many can be paged through. */
  reachable: number
  parts: Part[]
}

/** How many of the results have a section, label or author in common, by its id, or a year. */
export interface Part {
  kind: 'category' | 'tag' | 'author' | 'year'
  key: string
  articles: number
}

export interface MatchInput {
  queries: LanguageQuery[]
  reach: Reach
  filters: Filters
  /** Ids of articles that are left out, of the results as of their number. */
  withdrawn: string[]
  /** Sections, labels and people that are named as the query says. */
  topics: string[]
  page: number
  limit: number
  /** Whether the parts are asked for. */
  isDivided: boolean
}

/** Parts of one kind, the largest of them. */
const mostParts = 10

interface Row {
  ids: string[] | null
  whole: string[] | null
  total: number | null
  isExact: boolean | null
  reachable: number
  parts: Part[] | null
}

export async function findMatches(req: PayloadRequest, input: MatchInput): Promise<Matches> {
  const { queries, withdrawn, page, limit } = input
  const isWithdrawn = sql`article = any(${sql.param(withdrawn)}::uuid[])`
  if (queries.length === 0) return { ids: [], wholeIds: [], total: 0, isExact: true, reachable: 0, parts: [] }
  const fitting = sql.join(
    queries.map((query, index) => sql`select *, ${index}::integer as part from ${findIn(query, input)}`),
    sql` union all `,
  )
  const [row] = await execute<Row>(
    req,
    sql`
      with fitting as materialized (${fitting}), found as not materialized (
        select * from fitting where not ${isWithdrawn}
      ), page as (
        select article, reads_whole from found
        order by score desc, dated desc, article limit ${limit} offset ${(page - 1) * limit}
      )
      select (select array_agg(article) from page) as ids,
        (select array_agg(article) from page where reads_whole) as whole,
        (select sum(total)::integer from (
          select max(total) - count(*) filter (where ${isWithdrawn}) as total from fitting group by part
        ) as parts) as total,
        (select bool_and(is_exact) from fitting) as "isExact",
        (select count(*)::integer from found) as reachable,
        ${input.isDivided ? partsOfFound : sql`null`} as parts`,
    { reads: ['content'] },
  )
  const reachable = row?.reachable ?? 0
  return {
    ids: row?.ids ?? [],
    wholeIds: row?.whole ?? [],
    total: Math.max(row?.total ?? 0, reachable),
    isExact: row?.isExact ?? true,
    reachable,
    parts: row?.parts ?? [],
  }
}

const byTerm = (kind: Part['kind'], column: string) =>
  sql.raw(`(
    select '${kind}' as kind, ${column}::text as key, count(*)::integer as articles
    from found join content_rels on parent_id = article where ${column} is not null
    group by 2 order by 3 desc limit ${mostParts}
  )`)

const partsOfFound = sql`(select json_agg(parts) from (
  ${byTerm('category', 'categories_id')} union all ${byTerm('tag', 'tags_id')} union all ${byTerm('author', 'profiles_id')}
  union all (
    select 'year', extract(year from dated at time zone 'UTC')::text, count(*)::integer from found group by 2 order by 2 desc
  )
) as parts)`

function findIn(
  { asked, loose, exact, locales }: LanguageQuery,
  { reach, filters, topics }: MatchInput,
): SQL {
  return sql`search_find(${asked}::tsquery, ${loose}::tsquery, ${exact}::tsquery,
    ${list(locales)}::text[], ${reach.readsAll}, ${reach.readsMembers},
    ${reach.reader}::uuid, ${list(reach.planSets)}::text[], ${list(filters.categories)}::uuid[], ${list(filters.tags)}::uuid[],
    ${list(filters.authors)}::uuid[], ${filters.from?.toISOString() ?? null}::timestamptz,
    ${filters.before?.toISOString() ?? null}::timestamptz, ${list(topics.length > 0 ? topics : null)}::uuid[])`
}

/** An array as one parameter: drizzle would write one for each item. */
function list(values: string[] | null | undefined): SQL {
  return values ? sql`${sql.param(values)}` : sql`null`
}
