import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { changedIn, listAppearing } from './listArticles'
import { defaultLocale } from './paths'
import { readForecast } from './readForecast'

export interface ArchiveMonth {
  year: number
  /** From 1. */
  month: number
  articles: number
}

/** Months with published articles and how many, newest first. In UTC, as the dates that readers see. */
export async function listArchiveMonths(
  req: PayloadRequest,
  { locale = defaultLocale }: { locale?: string } = {},
): Promise<ArchiveMonth[]> {
  const forecast = await readForecast(req, 'content')
  if (!forecast) return countByMonth(req, locale)
  const staying = await countByMonth(req, locale, changedIn(forecast))
  return withAppearing(staying, await listAppearing(req, { locale }, forecast))
}

/** Grouping is beyond the Local API. Only numbers leave, and only of what the public may read. */
function countByMonth(req: PayloadRequest, locale: string, exclude: string[] = []): Promise<ArchiveMonth[]> {
  return execute<ArchiveMonth>(
    req,
    sql`select extract(year from published_at at time zone 'UTC')::int as year,
               extract(month from published_at at time zone 'UTC')::int as month,
               count(*)::int as articles
          from content
         where _status = 'published' and archived_at is null and deleted_at is null
           and published_at is not null and locale = ${locale}
           and id <> all(${sql.param(exclude)}::uuid[])
         group by 1, 2
         order by 1 desc, 2 desc`,
    { reads: ['content'] },
  )
}

function withAppearing(months: ArchiveMonth[], added: { publishedAt?: string | null }[]): ArchiveMonth[] {
  const byMonth = new Map(months.map((month) => [month.year * 12 + month.month, { ...month }]))
  for (const { publishedAt } of added) {
    const date = new Date(publishedAt ?? 0)
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
    const known = byMonth.get(year * 12 + month) ?? { year, month, articles: 0 }
    byMonth.set(year * 12 + month, { ...known, articles: known.articles + 1 })
  }
  return [...byMonth].sort(([one], [other]) => other - one).map(([, month]) => month)
}
