import type { SiteSetting } from '@/payload-types'
import { populated } from './populated'

/** Address of the picture beside the title of a browser's tab: the site's own, or ours. */
export function siteIcon({ icon }: Pick<SiteSetting, 'icon'>): string {
  return populated(icon)?.url ?? '/admin-icon.svg'
}
