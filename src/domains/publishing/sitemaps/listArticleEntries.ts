/** Articles for search engines, read in a few statements however many there are. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { publicMediaPath } from '@/src/domains/media'
import { now } from '@/src/platform/clock'
import { execute } from '@/src/platform/payload/execute'
import { articlePath } from '../paths'
import { listed } from './listed'
import type { SitemapEntry } from './writeSitemap'

/** Far below the 50,000 addresses and 50 MB that are allowed, so that one is made and read quickly. */
export const entriesOfSitemap = 5_000

/**
 * Sitemaps of articles with the moment of each one's latest change. Articles are counted in the order in which they
 * were begun, so that a new one changes the last sitemap alone.
 */
export async function listArticleSitemaps(
  req: PayloadRequest,
): Promise<{ number: number; changedAt: Date }[]> {
  // Only times leave, and only of what the public may read.
  const rows = await execute<{ number: number; changed_at: Date | string }>(
    req,
    sql`select number, max(updated_at) as changed_at
          from (select d.updated_at,
                       ((row_number() over (order by d.id) - 1) / ${entriesOfSitemap})::int + 1 as number
                  from content d
                 where ${listed()}) chunks
         group by number
         order by number`,
    { reads: ['content'] },
  )
  return rows.map(({ number, changed_at }) => ({ number, changedAt: new Date(changed_at) }))
}

interface Row {
  slug: string
  locale: string
  updated_at: Date | string
  cover: string | null
  languages: { slug: string; locale: string }[] | null
}

/** @param number from 1. */
export async function listArticleEntries(
  req: PayloadRequest,
  { number }: { number: number },
): Promise<SitemapEntry[]> {
  // Only addresses leave, and only of what the public may read.
  const rows = await execute<Row>(
    req,
    sql`with chunk as materialized (
          select d.id, d.slug, d.locale, d.updated_at, d.cover_id, d.translation_of_id
            from content d
           where ${listed()}
           order by d.id
           offset ${(number - 1) * entriesOfSitemap} limit ${entriesOfSitemap}
        ), roots as materialized (
          select translation_of_id as root from chunk where translation_of_id is not null
           union
          select c.id from chunk c join content t on t.translation_of_id = c.id
        ), languages as materialized (
          select coalesce(d.translation_of_id, d.id) as root,
                 json_agg(json_build_object('slug', d.slug, 'locale', d.locale) order by d.locale) as found
            from content d
           where ${listed()}
             and (d.id in (select root from roots) or d.translation_of_id in (select root from roots))
           group by 1
          having count(*) > 1
        )
        select c.slug, c.locale, c.updated_at,
               case when m.mime_type like 'image/%' then m.filename end as cover,
               l.found as languages
          from chunk c
          left join media m on m.id = c.cover_id
          left join languages l on l.root = coalesce(c.translation_of_id, c.id)
         order by c.id`,
    { reads: ['content', 'media'] },
  )
  return rows.map(({ slug, locale, updated_at, cover, languages }) => ({
    path: articlePath({ slug, locale }),
    changedAt: new Date(updated_at),
    images: cover ? [publicMediaPath(cover)] : [],
    languages: languages?.map((other) => ({ locale: other.locale, path: articlePath(other) })),
  }))
}

/** Source: Google, "Create a news sitemap": two days, a thousand articles. */
const newsMs = 48 * 60 * 60 * 1000
const mostNews = 1_000

export async function listNewsEntries(req: PayloadRequest): Promise<SitemapEntry[]> {
  const since = new Date(now().getTime() - newsMs).toISOString()
  // Only titles and addresses leave, and only of what the public may read.
  const rows = await execute<{
    slug: string
    locale: string
    title: string
    published_at: Date | string
  }>(
    req,
    sql`select d.slug, d.locale, d.title, d.published_at
          from content d
         where ${listed()} and d.published_at between ${since} and ${now().toISOString()}
         order by d.published_at desc, d.id desc
         limit ${mostNews}`,
    { reads: ['content'] },
  )
  return rows.map(({ slug, locale, title, published_at }) => ({
    path: articlePath({ slug, locale }),
    news: { title, locale, publishedAt: new Date(published_at) },
  }))
}
