import type { PayloadRequest } from 'payload'
import type { SiteSetting } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { populated } from './populated'

/** Address of the picture beside the title of a browser's tab: the site's own, or ours. */
export function siteIcon({ icon }: Pick<SiteSetting, 'icon'>): string {
  return populated(icon)?.url ?? '/admin-icon.svg'
}

export async function findSiteIcon(req: PayloadRequest): Promise<string> {
  const settings = await req.payload.findGlobal({
    slug: 'site-settings',
    depth: 1,
    select: { icon: true },
    populate: { media: { url: true } },
    ...asUser(req),
  })
  return siteIcon(settings)
}
