import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { defaultLocale } from './paths'

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
  // Grouping is beyond the Local API. Only numbers leave, and only of what the public may read.
  const rows = await execute<{ year: number; month: number; articles: number }>(
    req,
    sql`select extract(year from published_at at time zone 'UTC')::int as year,
               extract(month from published_at at time zone 'UTC')::int as month,
               count(*)::int as articles
          from content
         where _status = 'published' and archived_at is null and deleted_at is null
           and published_at is not null and locale = ${locale}
         group by 1, 2
         order by 1 desc, 2 desc`,
  )
  return rows
}
