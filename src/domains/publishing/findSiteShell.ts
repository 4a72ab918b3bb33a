import type { PayloadRequest } from 'payload'
import type { Footer, Maintenance, Navigation, SeoDefault, SiteSetting } from '@/payload-types'
import { asUser } from '@/src/platform/authority'

export interface SiteShell {
  settings: SiteSetting
  navigation: Navigation
  footer: Footer
  seo: SeoDefault
  maintenance: Maintenance
}

/** What every page has around its content. */
export async function findSiteShell(req: PayloadRequest): Promise<SiteShell> {
  const authority = asUser(req)
  const [settings, navigation, footer, seo, maintenance] = await Promise.all([
    req.payload.findGlobal({ slug: 'site-settings', depth: 1, ...authority }),
    req.payload.findGlobal({ slug: 'navigation', depth: 0, ...authority }),
    req.payload.findGlobal({ slug: 'footer', depth: 0, ...authority }),
    req.payload.findGlobal({ slug: 'seo-defaults', depth: 1, ...authority }),
    req.payload.findGlobal({ slug: 'maintenance', depth: 0, ...authority }),
  ])
  return { settings, navigation, footer, seo, maintenance }
}
