import type { PayloadRequest } from 'payload'
import type { Footer, Maintenance, Navigation, SeoDefault, SiteSetting } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'

export interface SiteShell {
  settings: SiteSetting
  navigation: Navigation
  footer: Footer
  seo: SeoDefault
  /** The announced maintenance, from 48 hours before until it is over. */
  maintenance: Maintenance | null
}

/** Source: SPEC, "a banner from 48 hours before". */
const announcedBeforeMs = 48 * 60 * 60 * 1000

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
  return { settings, navigation, footer, seo, maintenance: isAnnounced(maintenance) ? maintenance : null }
}

function isAnnounced({ startsAt, endsAt }: Maintenance): boolean {
  if (!startsAt) return false
  const moment = now().getTime()
  const isNear = new Date(startsAt).getTime() - moment <= announcedBeforeMs
  return isNear && (!endsAt || new Date(endsAt).getTime() > moment)
}
