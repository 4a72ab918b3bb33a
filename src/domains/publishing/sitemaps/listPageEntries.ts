/** All that is no article: the site's own pages, and lists that have something in them. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { archivePath, authorPath, categoryPath, pagePath, tagPath } from '../paths'
import { listed } from './listed'
import type { SitemapEntry } from './writeSitemap'

/** Source: sitemaps.org, "no more than 50,000 URLs". */
const mostEntries = 50_000

interface PageRow {
  slug: string
  locale: string
  updated_at: Date | string
  root: string
}

export async function listPageEntries(req: PayloadRequest): Promise<SitemapEntry[]> {
  // Only addresses leave, and only of what the public may read.
  const rows = await execute<PageRow>(
    req,
    sql`select d.slug, d.locale, d.updated_at, coalesce(d.translation_of_id, d.id) as root
          from pages d
         where ${listed()}
         order by d.id
         limit ${mostEntries - 2}`,
    { reads: ['pages'] },
  )
  const pages = rows.map((row) => ({
    path: pagePath(row),
    changedAt: new Date(row.updated_at),
    languages: languagesOf(row, rows),
  }))
  const fixed = ['/', archivePath()].filter((path) => pages.every((page) => page.path !== path))
  return [...fixed.map((path) => ({ path })), ...pages]
}

function languagesOf({ root }: PageRow, rows: PageRow[]): SitemapEntry['languages'] {
  const group = rows.filter((row) => row.root === root)
  return group.length > 1 ? group.map((row) => ({ locale: row.locale, path: pagePath(row) })) : undefined
}

interface ListRow {
  of: 'category' | 'tag' | 'author'
  name: string
  changed_at: Date | string
}

const listPaths = {
  category: (name: string) => categoryPath({ slug: name }),
  tag: (name: string) => tagPath({ slug: name }),
  author: (name: string) => authorPath({ username: name }),
}

/** Sections (with what is below them), tags and authors that have at least one article. */
export async function listListEntries(req: PayloadRequest): Promise<SitemapEntry[]> {
  // Only names and times leave, and only of what the public may read.
  const rows = await execute<ListRow>(
    req,
    sql`with recursive used as (
          select r.categories_id, r.tags_id, r.profiles_id, max(d.updated_at) as changed_at
            from content_rels r join content d on d.id = r.parent_id
           where ${listed()} and r.path in ('categories', 'tags', 'authors')
           group by 1, 2, 3
        ), sections as (
          select categories_id as id, changed_at, 0 as depth from used where categories_id is not null
           union all
          select c.parent_id, s.changed_at, s.depth + 1
            from sections s join categories c on c.id = s.id
           where c.parent_id is not null and s.depth < 10
        )
        select * from (
          select 'category' as of, c.slug as name, max(s.changed_at) as changed_at
            from sections s join categories c on c.id = s.id
           where c.deleted_at is null and c.slug is not null
           group by c.id, c.slug
           union all
          select 'tag', t.slug, u.changed_at
            from used u join tags t on t.id = u.tags_id
           where t.deleted_at is null and t.slug is not null
           union all
          select 'author', p.username, u.changed_at
            from used u join profiles p on p.id = u.profiles_id
        ) lists
        order by 1, 2
        limit ${mostEntries}`,
    { reads: ['content', 'categories', 'tags', 'profiles'] },
  )
  return rows.map(({ of, name, changed_at }) => ({
    path: listPaths[of](name),
    changedAt: new Date(changed_at),
  }))
}
