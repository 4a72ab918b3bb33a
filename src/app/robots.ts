import type { MetadataRoute } from 'next'
import { env } from '@/src/platform/env'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  if (env.APP_ENV === 'staging') return { rules: { userAgent: '*', disallow: '/' } }
  return {
    rules: { userAgent: '*', allow: ['/', '/api/media/'], disallow: ['/admin', '/api/', '/preview/'] },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
