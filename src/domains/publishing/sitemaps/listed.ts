import { sql } from '@payloadcms/db-postgres'
import { env } from '@/src/platform/env'

/**
 * What search engines may list of `content` or `pages`: what everybody finds, unless it is hidden from them or has its
 * original elsewhere. `d` is the table's alias.
 */
export function listed() {
  return sql`d._status = 'published' and d.archived_at is null and d.deleted_at is null and d.slug is not null
    and d.seo_noindex is not true
    and (coalesce(d.seo_canonical, '') = '' or starts_with(d.seo_canonical, ${`${env.SITE_URL}/`}))`
}
