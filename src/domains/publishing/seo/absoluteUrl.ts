import { env } from '@/src/platform/env'

/** A whole address for readers outside of the site. */
export function absoluteUrl(pathOrUrl: string): string {
  return new URL(pathOrUrl, `${env.SITE_URL}/`).href
}
