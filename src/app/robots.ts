import type { MetadataRoute } from 'next'
import { newsSitemapPath, sitemapIndexPath } from '@/src/domains/publishing/sitemaps/readSitemap'
import { env } from '@/src/platform/env'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  if (env.APP_ENV === 'staging') return { rules: { userAgent: '*', disallow: '/' } }
  return {
    rules: { userAgent: '*', allow: ['/', '/api/media/'], disallow: ['/admin', '/api/', '/preview/'] },
    sitemap: [sitemapIndexPath, newsSitemapPath].map((path) => `${env.SITE_URL}${path}`),
  }
}
