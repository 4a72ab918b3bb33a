/** What the site says of itself to search engines, as schema.org names it. */
import type { Media } from '@/payload-types'
import type { SiteShell } from '../findSiteShell'
import { defaultLocale } from '../paths'
import { populated } from '../populated'
import { absoluteUrl } from './absoluteUrl'

/** Other data point at these. */
export const publisherId = () => absoluteUrl('/#publisher')
const siteId = () => absoluteUrl('/#site')

export function publisherData({ settings, footer }: Pick<SiteShell, 'settings' | 'footer'>): object {
  const profiles = (footer.social ?? []).map(({ url }) => url).filter((url) => /^https?:\/\//.test(url))
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(),
    name: settings.name,
    url: absoluteUrl('/'),
    description: settings.description || settings.tagline || undefined,
    logo: imageData(populated(settings.logo)),
    sameAs: profiles.length > 0 ? profiles : undefined,
  }
}

export function siteData({ settings }: Pick<SiteShell, 'settings'>): object {
  return {
    '@type': 'WebSite',
    '@id': siteId(),
    name: settings.name,
    url: absoluteUrl('/'),
    description: settings.description || settings.tagline || undefined,
    inLanguage: defaultLocale,
    publisher: { '@id': publisherId() },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absoluteUrl('/search')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The first page: who publishes here, and how to search. */
export function homeData(shell: SiteShell): object {
  return { '@graph': [publisherData(shell), siteData(shell)] }
}

export function imageData(media: Media | null): object | undefined {
  if (!media?.url) return undefined
  return {
    '@type': 'ImageObject',
    url: absoluteUrl(media.url),
    width: media.width ?? undefined,
    height: media.height ?? undefined,
  }
}
